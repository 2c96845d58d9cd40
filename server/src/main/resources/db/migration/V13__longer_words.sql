-- Keywords find everything that an entry with many addresses or ids holds, and what failed says so, so the copy of the log is
-- made again, from the store, at the next start.
truncate table log_entry;
truncate table log_block;
truncate table log_projection;
alter table log_entry alter column words set data type varchar(64000);
alter table log_entry alter column mail_words set data type varchar(64000);
