"""Other tools on the same passages and questions, in an environment of their own: they are no dependency of ours."""
