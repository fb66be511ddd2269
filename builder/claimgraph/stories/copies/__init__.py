"""Who took which words from whom, and which tellings go back to one."""
