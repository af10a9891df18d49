#Requires -Version 5.1
# Sends one message from an Azure DevOps step. What azure-devops-steps.yml gives comes as environment variables.

$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'

# One line, whatever the message holds: a logging command ends at a line's end
function Write-Issue([string] $Type, [string] $Message) {
    "##vso[task.logissue type=$Type]" + $Message.Replace("`r", '%0D').Replace("`n", '%0A')
}

function Send-Message {
    # A variable that the pipeline does not have stays as it was written: $(Name)
    if (-not $env:WECOM_ROBOT -or $env:WECOM_ROBOT -match '^\$\(.*\)$') {
        throw 'There is no webhook: the pipeline has no such secret variable, or this run may not read it.'
    }

    $message = @{ Robot = $env:WECOM_ROBOT; PassThru = $true }
    if ($env:SEND_WECOM_OVERFLOW) { $message.Overflow = $env:SEND_WECOM_OVERFLOW }
    $mention = @($env:SEND_WECOM_MENTION -split ',' | ForEach-Object { $_.Trim() } | Where-Object { $_ })

    if ($env:SEND_WECOM_MARKDOWN) {
        Send-WeComMarkdown $env:SEND_WECOM_MARKDOWN -V2 @message
    }
    elseif ($mention) {
        Send-WeComText $env:SEND_WECOM_TEXT -Mention $mention @message
    }
    else {
        Send-WeComText $env:SEND_WECOM_TEXT @message
    }
}

$delivered = $false
$failOnError = $env:SEND_WECOM_FAIL_ON_ERROR -eq 'true'
try {
    if ($env:SEND_WECOM_MODULE) { Import-Module $env:SEND_WECOM_MODULE } else { Import-Module WeComRobot }
    Send-Message | ForEach-Object { "Sent $($_.MessageType) $($_.Part)/$($_.PartCount) to $($_.Robot)." }
    $delivered = $true
}
catch {
    $type = if ($failOnError) { 'error' } else { 'warning' }
    Write-Issue $type "The WeCom message was not delivered. $($_.Exception.Message)"
}

exit [int] ($failOnError -and -not $delivered)
