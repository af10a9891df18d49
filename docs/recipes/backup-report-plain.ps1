#Requires -Version 5.1
# The same without the module.
param([Parameter(Mandatory = $true)] [string] $Folder)

$ErrorActionPreference = 'Stop'

function Send-Message([hashtable] $Message) {
    # As bytes: Windows PowerShell does not send a string as UTF-8
    $body = [System.Text.Encoding]::UTF8.GetBytes((ConvertTo-Json $Message))
    $answer = Invoke-RestMethod $env:WECOM_ROBOT -Method Post -ContentType application/json -Body $body
    # WeCom answers a message that it refuses with HTTP 200, too
    if ($answer.errcode -ne 0) { throw "The message was not delivered: $($answer.errcode) $($answer.errmsg)" }
}

$newest = Get-ChildItem $Folder -File | Sort-Object LastWriteTime | Select-Object -Last 1
if ($newest.LastWriteTime -gt (Get-Date).AddDays(-1)) {
    Send-Message @{ msgtype = 'markdown'; markdown = @{ content = "Backup **$($newest.Name)**: $($newest.Length) bytes" } }
}
else {
    Send-Message @{ msgtype = 'text'; text = @{ content = "There is no new backup in $Folder."; mentioned_list = @('@all') } }
}
