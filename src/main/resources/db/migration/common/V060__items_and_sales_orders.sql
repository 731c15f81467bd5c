-- Our books: items with their cross-references, and the orders taken over from marketplaces.
create sequence item_seq start with 50 increment by 50;
create table item (
  id bigint primary key,
  item_id varchar(100) not null,
  -- the same id in another case is the same item
  item_key varchar(100) not null unique,
  description varchar(500) not null,
  active boolean not null,
  created_at timestamp(6) with time zone not null,
  changed_at timestamp(6) with time zone not null,
  version integer not null
);

create sequence item_cross_reference_seq start with 50 increment by 50;
create table item_cross_reference (
  id bigint primary key,
  item bigint not null references item (id),
  type varchar(10) not null,
  reference_value varchar(200) not null,
  -- how many units of the item one unit of the SKU holds
  units_per_sku integer not null check (units_per_sku >= 1),
  -- a SKU or ASIN means one item only
  constraint item_cross_reference_meaning unique (type, reference_value)
);
create index item_cross_reference_item on item_cross_reference (item);

-- What people read and quote: SO000123, IN000045.
create sequence sales_order_number_seq start with 1 increment by 1;
create sequence invoice_number_seq start with 1 increment by 1;

-- Many orders are taken over at once: large blocks of keys spare round trips.
create sequence sales_order_seq start with 500 increment by 500;
create table sales_order (
  id bigint primary key,
  number varchar(20) not null unique,
  type varchar(20) not null,
  status varchar(20) not null,
  store_id bigint not null,
  store_name varchar(100) not null,
  amazon_order_id varchar(200) not null,
  replaced_order_id varchar(200),
  ordered_at timestamp(6) with time zone not null,
  business_date date not null,
  ship_by timestamp(6) with time zone,
  deliver_by timestamp(6) with time zone,
  service_level varchar not null,
  marketplace varchar(100) not null,
  sales_channel varchar not null,
  -- personal data as JSON, closed (AES-GCM)
  buyer bytea,
  ship_to bytea,
  currency varchar(3) not null,
  other_charges numeric(19,4) not null,
  total numeric(19,4) not null,
  created_at timestamp(6) with time zone not null,
  changed_at timestamp(6) with time zone not null,
  version integer not null,
  -- the natural key: an order of a store is there once
  constraint sales_order_natural_key unique (store_id, amazon_order_id)
);
-- one for each column by which the list can be sorted
create index sales_order_amazon_order_id on sales_order (amazon_order_id, id);
create index sales_order_ordered_at on sales_order (ordered_at, id);
create index sales_order_ship_by on sales_order (ship_by, id);

create sequence sales_order_line_seq start with 1000 increment by 1000;
create table sales_order_line (
  id bigint primary key,
  sales_order bigint not null references sales_order (id),
  line_number integer not null,
  amazon_line_id varchar(200) not null,
  item bigint not null references item (id),
  sku varchar not null,
  asin varchar not null,
  title varchar not null,
  -- in units of the item
  quantity bigint not null,
  -- in units of the SKU, as ordered and as shipped
  sku_quantity integer not null,
  sku_shipped integer not null,
  unit_price numeric(19,4),
  items_amount numeric(19,4) not null,
  shipping numeric(19,4) not null,
  gift_wrap numeric(19,4) not null,
  discount numeric(19,4) not null,
  tax numeric(19,4) not null,
  other numeric(19,4) not null,
  total numeric(19,4) not null,
  constraint sales_order_line_natural_key unique (sales_order, amazon_line_id)
);
create index sales_order_line_item on sales_order_line (item);
