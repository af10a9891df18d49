#Requires -Version 5.1
# Tells the group of last night's backup. The environment variable WECOM_ROBOT holds the webhook.
param([Parameter(Mandatory = $true)] [string] $Folder)

$ErrorActionPreference = 'Stop'
$newest = Get-ChildItem $Folder -File | Sort-Object LastWriteTime | Select-Object -Last 1
if ($newest.LastWriteTime -gt (Get-Date).AddDays(-1)) {
    Send-WeComMarkdown "Backup **$($newest.Name)**: $($newest.Length) bytes"
}
else {
    Send-WeComText "There is no new backup in $Folder." -MentionAll
}
