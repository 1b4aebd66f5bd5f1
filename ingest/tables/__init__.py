"""Tables as readers find them: from ruling lines, from aligned columns, from tabs; their header rows; joined over pages."""
