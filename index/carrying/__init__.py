"""Takes over from the generation before what belongs to unchanged files, so that a build costs what changed."""
