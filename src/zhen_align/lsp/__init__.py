"""The editor server: what lint and look-up say, where a person is typing."""
