{"WINDOW": "17", "PHONE": "01", "APP": "03", "MINI_PROGRAM": "04", "WEB": "05", "LETTER": "06", "APPOINTMENT_ALERT": "18"} as $channels
| {"COORDINATION": "1", "FUNCTIONAL": "2", "CONSULTATION": "3"} as $kinds
| {"1": "男", "2": "女", "9": "未知"} as $genders
| {"POLICY": "01", "MATERIAL": "02", "SYSTEM": "03", "STANDARD": "04", "HISTORY": "05", "DISPUTE": "06", "CROSS_REGION": "07", "OTHER": "99"} as $causes
| {"POLICY": "政策不清", "MATERIAL": "材料不全", "SYSTEM": "系统原因", "STANDARD": "标准不一", "HISTORY": "历史遗留", "DISPUTE": "权属争议", "CROSS_REGION": "跨区域", "OTHER": "其他"} as $causeNames
| {"ORG-XL": "11442000MB00000101", "ORG-DQ": "11442000MB00000102", "ORG-SX": "11442000MB00000103", "ORG-XQ": "11442000MB00000104", "ORG-SCJG": "11442000MB00000201", "ORG-ZR": "11442000MB00000202", "ORG-RS": "11442000MB00000203", "ORG-GA": "11442000MB00000204", "ORG-ZJ": "11442000MB00000205", "ORG-SW": "11442000MB00000206", "ORG-YB": "11442000MB00000207", "ORG-MZ": "11442000MB00000208"} as $units
| def offset: (.[19:20] + "1" | tonumber) * ((.[20:22] | tonumber) * 3600 + (.[23:25] | tonumber) * 60);
  def instant: if endswith("Z") then fromdateiso8601 else (.[0:19] + "Z" | fromdateiso8601) - offset end;
  def china: instant + 28800 | todateiso8601;
  def time: china | .[0:10] + " " + .[11:19];
  def compact: china | .[0:4] + .[5:7] + .[8:10] + .[11:13] + .[14:16] + .[17:19];
  .case as $c | .case.requester as $r | (.case.secret != true) as $shown
| {
  requestId: .id,
  serialNumber: .subject,
  registerTime: ($c.registeredAt | time),
  sourceType: $channels[$c.channel],
  orderKind: $kinds[.payload.kind],
  callerType: $c.appealType,
  callerName: (if $shown then $r.name[0:1] + "**" else null end),
  callerSex: (if $shown then $genders[$r.gender] else null end),
  callerIdcard: (if $shown then $r.certNo[0:3] + "***********" + $r.certNo[-4:] else null end),
  number: (if $shown then $r.contactPhone[0:3] + "****" + $r.contactPhone[-4:] else null end),
  companyName: ($r.orgName // "个人"),
  isSecret: (if $c.secret == true then "1" else "0" end),
  isOpen: (if $c.open == true then "1" else "0" end),
  isVisit: (if $c.needReply == true then "1" else "0" end),
  causes: [$c.causes[] | $causes[.]],
  causeNames: ([$c.causes[] | $causeNames[.]] | join(",")),
  title: $c.title[0:30],
  majorContent: $c.content,
  supplyContent: $c.supplement,
  areaCode: $c.place.regionCode,
  address: ($c.place.text // $c.place.detail),
  serviceCode: $c.matter.code,
  serviceName: $c.matter.name,
  pilotLight: (if .payload.urgency == "EMERGENCY" then "3" elif $c.urgent == true then "2" else "1" end),
  organizationCode: $units[(.payload.unitCode // $c.hostUnit)],
  coOrganizationCodes: [$c.coUnits[] | $units[.]],
  handleDays: ($c.timeLimit.workdays | tostring),
  deadlineDate: ($c.deadline | time),
  handler: ($c.registrar + "(" + ($c.windowNo // "-") + ")"),
  fileCount: ($c.attachments | length),
  files: [$c.attachments[] | {
    fileNo: .id,
    fileName: .name,
    sizeKb: ((.size + 512) as $s | ($s - $s % 1024) / 1024),
    uploadedAt: (.at | compact)
  }]
}
