-- Room in each page keeps updates off the indexes; sealed values cannot be compressed, so do not try.
alter table message set (fillfactor = 85);
alter table cases set (fillfactor = 60);
alter table delivery set (fillfactor = 60);
alter table message alter column raw set storage external;
alter table cases alter column document set storage external;
alter table event alter column document set storage external;
alter table keepsake alter column document set storage external;
