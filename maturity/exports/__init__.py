"""What readers take with them: tables as bytes of a file."""
