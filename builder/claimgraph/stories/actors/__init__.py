"""Which actors and places of several articles are one."""
