"""What the author's own use of Fabula has shown: records.db, hers, migrated, never discarded."""
