alter table message alter column conversions set storage external;
alter table attempt alter column conversions set storage external;
