"""What the doctrine knows of a sale: the ladder, which act a line names, what is on record, what comes next."""
