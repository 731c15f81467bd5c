-- Ids are looked for by their beginning; only the plain byte order lets an index serve that, and it
-- serves sorting and equality as well. H2 compares by byte anyway.
alter table item alter column item_key type varchar(100) collate "C";
alter table item_cross_reference alter column reference_value type varchar(200) collate "C";
alter table sales_order alter column number type varchar(20) collate "C";
alter table sales_order alter column amazon_order_id type varchar(200) collate "C";
