-- The expiry locks what it removes, and to lock a row asks for the right to change it.
GRANT UPDATE (imported_on) ON directory_import TO ${application};
