create table written_rows (
	row_id text primary key,
	answers double precision[] not null
);
