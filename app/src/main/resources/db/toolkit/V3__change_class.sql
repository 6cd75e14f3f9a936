-- What kind of change a wording was is the editors' judgment, and comes after it; its words stay.
GRANT UPDATE (change_class) ON content_revision TO ${application};
