"""People who are perhaps here twice: found, looked at side by side, made one or told apart."""
