#Requires -Version 7.4
# Sends one message according to the inputs of action.yml, which are passed as environment variables SEND_WECOM_<INPUT>.

$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'

function Get-Text([string] $Name) { [Environment]::GetEnvironmentVariable("SEND_WECOM_$Name") }

function Get-Switch([string] $Name) {
    $value = (Get-Text $Name) ?? ''
    if ($value -notin 'true', 'false', '') {
        throw "The input $($Name.ToLowerInvariant().Replace('_', '-')) must be true or false, not '$value'."
    }
    $value -eq 'true'
}

# GitHub's workflow commands end at a line break, so line breaks in the message are encoded
function Write-Annotation([string] $Kind, [string] $Message) {
    "::$Kind title=WeCom::" + $Message.Replace('%', '%25').Replace("`r", '%0D').Replace("`n", '%0A')
}

function Import-WeComRobot {
    $root = Join-Path $PSScriptRoot '../../..'
    $module = if (Get-Text MODULE_PATH) { Get-Text MODULE_PATH }
    elseif (Test-Path $root/bin/Core/WeComRobot.dll) { "$root/WeComRobot.psd1" }
    else { 'WeComRobot' }
    Import-Module $module
}

function Send-Message {
    $text, $markdown = (Get-Text TEXT), (Get-Text MARKDOWN)
    if (!$text -eq !$markdown) { throw 'Give one of the inputs text and markdown.' }

    # In a pull request from a fork secrets are empty, and the message must not go to the runner's default robot instead
    $robot = if (Get-Text WEBHOOK) { Get-Text WEBHOOK } else { $env:WECOM_ROBOT }
    if (!$robot) { throw 'There is no webhook: the input webhook is empty, and so is the environment variable WECOM_ROBOT.' }

    $message = @{ Robot = $robot; PassThru = $true }
    if (Get-Text OVERFLOW) { $message.Overflow = Get-Text OVERFLOW }
    if (Get-Text PROXY) { $message.Proxy = Get-Text PROXY }
    $mention = @((Get-Text MENTION) -split '[,\r\n]' | ForEach-Object Trim | Where-Object Length)
    if ($mention) { $message.Mention = $mention }

    if ($text) {
        Send-WeComText $text @message -MentionAll:(Get-Switch MENTION_ALL)
    }
    elseif (Get-Switch MENTION_ALL) {
        throw 'The input mention-all needs the input text: Markdown cannot mention everyone.'
    }
    elseif (!(Get-Switch V2)) {
        Send-WeComMarkdown $markdown @message
    }
    elseif ($mention) {
        throw 'The inputs v2 and mention cannot be combined: markdown_v2 has no mentions.'
    }
    else {
        Send-WeComMarkdown $markdown @message -V2
    }
}

$delivered = $false
try {
    $failOnError = $true
    $failOnError = Get-Switch FAIL_ON_ERROR
    Import-WeComRobot
    Send-Message | ForEach-Object { "Sent $($_.MessageType) $($_.Part)/$($_.PartCount) to $($_.Robot)." }
    $delivered = $true
}
catch {
    Write-Annotation ($failOnError ? 'error' : 'warning') "The message was not delivered. $($_.Exception.Message)"
}

if ($env:GITHUB_OUTPUT) { "delivered=$("$delivered".ToLowerInvariant())" >> $env:GITHUB_OUTPUT }
exit [int] (!$delivered -and $failOnError)
