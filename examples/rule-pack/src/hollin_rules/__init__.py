"""How plans are written at Hollin Drives: rules for advancelint."""
