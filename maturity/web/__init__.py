"""What a browser is sent around the dashboard: its page, scripts, files and headers."""
