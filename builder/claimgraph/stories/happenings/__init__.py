"""Which events of several articles are one: what each tells of them, put together and compared."""
