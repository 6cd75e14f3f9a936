-- How many objects of a file belong to entries that other organisations keep: nothing is wrong with
-- them, and nothing of them is taken.
ALTER TABLE directory_import ADD COLUMN others integer NOT NULL DEFAULT 0;
