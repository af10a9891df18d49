# Reads tests/live/probes, sends the requests and compares the answers. It must run in Windows PowerShell 5.1: plain ASCII, no newer syntax.

Set-StrictMode -Off
Add-Type -AssemblyName System.Net.Http

# All probes, in the order in which they are sent.
function Get-Probe {
    foreach ($file in Get-ChildItem (Join-Path $PSScriptRoot probes) -Filter *.json | Sort-Object Name) {
        $text = Get-Content $file.FullName -Raw -Encoding UTF8
        # ConvertFrom-Json of 5.1 writes an array as one object
        $list = $text | ConvertFrom-Json
        $messages = Get-MessageText $text
        foreach ($probe in $list) {
            if ($messages[$probe.id]) { $probe.message = $messages[$probe.id] }
            $probe
        }
    }
}

# The messages of a file by probe id, as raw text: ConvertTo-Json of 5.1 would escape < and >, which changes the number of bytes.
function Get-MessageText([string] $Text) {
    $messages = @{}
    foreach ($line in $Text -split '\r?\n') {
        if ($line -match '^    "id": "([^"]+)"') { $id = $Matches[1] }
        elseif ($line -match '^    "message": (.+),$') { $messages[$id] = $Matches[1] }
    }
    $messages
}

# Whether the probe shows up in the group, if the service answers as listed.
function Test-Visible($Probe) { $Probe.path -ne 'upload_media' -and $Probe.errcode -eq 0 }

# The robot of a webhook URL or a key, given as text or SecureString. Name identifies it without the key. Errors quote nothing of it.
function Get-ProbedRobot($Robot) {
    $text = if ($Robot -is [securestring]) { (New-Object System.Net.NetworkCredential '', $Robot).Password } else { "$Robot" }
    $text = $text.Trim()
    if (-not $text) { throw 'There is no robot. Give its webhook with -Robot or in the environment variable WECOM_ROBOT.' }
    # The same form as src/WeComRobot.Client/Robots accepts: the keys in the official samples are not hexadecimal
    if ($text -cmatch '^[0-9A-Za-z]{8}(-[0-9A-Za-z]{4}){3}-[0-9A-Za-z]{12}$') { $text = "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=$text" }
    if ($text -cnotmatch '^(?<base>(?i:https?)://[^\s@?]+/)send\?key=(?<key>[0-9A-Za-z_-]+)$') {
        throw 'The robot is neither a webhook URL, which ends in /send?key=<key>, nor a key.'
    }

    $base, $key = [uri] $Matches.base, $Matches.key
    if ($base.Scheme -ne 'https' -and -not $base.IsLoopback) { throw 'The webhook is not https, so others on the network could read the key.' }
    $sha256 = [System.Security.Cryptography.SHA256]::Create()
    $hash = ($sha256.ComputeHash([System.Text.Encoding]::UTF8.GetBytes($key)) | ForEach-Object { $_.ToString('x2') }) -join ''
    [pscustomobject]@{ Base = $base; Key = $key; Name = "$($base.Authority) (key #$($hash.Substring(0, 8)))" }
}

function New-ProbeClient($Robot) {
    $handler = New-Object System.Net.Http.HttpClientHandler
    # The key is in the URL and must not be sent to another server
    $handler.AllowAutoRedirect = $false
    $handler.UseCookies = $false
    $handler.UseProxy = -not $Robot.Base.IsLoopback
    # Windows PowerShell may default to TLS 1.0. .NET Framework has had this property since 4.7.1
    if ($PSEdition -ne 'Core') { $handler.SslProtocols = 'Tls12' }
    $client = New-Object System.Net.Http.HttpClient $handler
    $client.Timeout = [timespan]::FromSeconds(60)
    $client.MaxResponseContentBufferSize = 1MB
    $client.DefaultRequestHeaders.ExpectContinue = $false
    $client
}

# The ids of the upload probes whose media ids a probe refers to.
function Get-NeededUpload($Probe) {
    [regex]::Matches((Get-BodyText $Probe), '\{media:([a-z0-9-]+)\}') | ForEach-Object { $_.Groups[1].Value }
}

# The body with {text*number} expanded and {media:id} not yet replaced.
function Get-BodyText($Probe) {
    $text = if ($Probe.message) { $Probe.message } else { $Probe.body -join "`r`n" }
    # Bodies have up to 2 MB, too much for a -replace with a script block
    $built = New-Object System.Text.StringBuilder
    $from = 0
    foreach ($match in [regex]::Matches($text, '\{([^{}*"]+)\*(\d+)\}')) {
        $null = $built.Append($text, $from, $match.Index - $from).Insert($built.Length, $match.Groups[1].Value, [int] $match.Groups[2].Value)
        $from = $match.Index + $match.Length
    }
    $built.Append($text, $from, $text.Length - $from).ToString()
}

function New-ProbeRequest($Probe, $Robot, [hashtable] $MediaIds) {
    $key = if ($null -ne $Probe.key) { $Probe.key } else { $Robot.Key }
    $path = if ($Probe.path) { $Probe.path } else { 'send' }
    $query = @(if ($key) { "key=$key" }; if ($Probe.query) { $Probe.query }) -join '&'
    $method = if ($Probe.method) { $Probe.method } else { 'POST' }
    $request = New-Object System.Net.Http.HttpRequestMessage $method, "$($Robot.Base)$path`?$query"
    # .NET Framework refuses to send a GET with a body
    if ($method -eq 'GET') { return $request }

    $text = Get-BodyText $Probe
    foreach ($id in Get-NeededUpload $Probe) { $text = $text.Replace("{media:$id}", $MediaIds[$id]) }
    $encoding = if ($Probe.encoding) { $Probe.encoding } else { 'utf-8' }
    $request.Content = New-Object System.Net.Http.ByteArrayContent (, [System.Text.Encoding]::GetEncoding($encoding).GetBytes($text))
    $type = if ($Probe.contentType) { $Probe.contentType } else { 'application/json' }
    $null = $request.Content.Headers.TryAddWithoutValidation('Content-Type', $type)
    $request
}

# Sends a probe once and returns the answer, without the key and any IP address. Json is null unless the service itself answered.
function Send-Probe($Client, $Probe, $Robot, [hashtable] $MediaIds) {
    $answer = [pscustomobject]@{ Failure = $null; Status = 0; Json = $null; Code = $null; Text = ''; Suffixes = @(); Kinds = '' }
    $response = $null
    try {
        $task = $Client.SendAsync((New-ProbeRequest $Probe $Robot $MediaIds))
        # Short waits let Ctrl+C through
        while (-not $task.AsyncWaitHandle.WaitOne(200)) { }
        $response = $task.GetAwaiter().GetResult()
        $answer.Status = [int] $response.StatusCode
        $bytes = $response.Content.ReadAsByteArrayAsync().GetAwaiter().GetResult()
        $type = if ($response.Content.Headers.ContentType) { $response.Content.Headers.ContentType.MediaType } else { 'no content type' }
    }
    catch {
        $cause = $_.Exception.GetBaseException()
        $answer.Failure = if ($cause -is [System.OperationCanceledException]) { 'timeout' } else { Hide-Private $cause.Message $Robot }
        return $answer
    }
    finally { if ($response) { $response.Dispose() } }

    try { $json = [System.Text.Encoding]::UTF8.GetString($bytes) | ConvertFrom-Json } catch { $json = $null }
    if ($json.errcode -isnot [int] -and $json.errcode -isnot [long]) {
        # A page of a proxy, for example, may contain anything about the caller, so nothing of it is shown
        $answer.Text = Hide-Private "$type, $($bytes.Length) bytes" $Robot
        return $answer
    }

    $answer.Json = $json
    $answer.Code = $json.errcode
    $answer.Kinds = Hide-Private (Get-JsonKind $json) $Robot
    $text = "$($json.errmsg)"
    $suffixes = [regex]::Matches($text, '(?:^|, ?)(hint|from ip|more info at)(?=[: ])')
    $answer.Suffixes = @($suffixes | ForEach-Object { $_.Groups[1].Value })
    $answer.Text = Hide-Private $(if ($suffixes.Count) { $text.Substring(0, $suffixes[0].Index) } else { $text }) $Robot
    $answer
}

# A text from outside as one short line without the key, URLs and IP addresses. It rather hides a time of day than shows an address.
function Hide-Private([string] $Text, $Robot) {
    $ipv4 = '\d{1,3}(?:[.-]\d{1,3}){3}'
    $ipv6 = "(?:[0-9a-f]{0,4}:){2,7}(?:$ipv4|[0-9a-f]{0,4})"
    $hidden = $Text -replace '[\s\p{C}]+', ' ' -replace [regex]::Escape($Robot.Key), '***' -replace '(?<=://)[^\s''"]+', '***' -replace "$ipv6|$ipv4", '***'
    if ($hidden.Length -gt 200) { $hidden.Substring(0, 200) + '...' } else { $hidden.Trim() }
}

# The expected and the actual answer as texts, if they differ; otherwise nothing.
function Compare-Answer($Probe, $Answer) {
    $expected, $got = $null, $null
    if ($Answer.Failure) { $got = "no answer: $($Answer.Failure)" }
    elseif ($Answer.Status -ne 200) { $got = "HTTP $($Answer.Status), $("$($Answer.Code) $($Answer.Text)".Trim())" }
    elseif (-not $Answer.Json) { $got = "no JSON with an errcode: $($Answer.Text)" }
    elseif ($Answer.Code -ne $Probe.errcode -or -not (Test-AnswerText $Answer $Probe.errmsg)) { $got = "$($Answer.Code) $($Answer.Text)" }
    elseif ($Probe.suffixes -and ($Answer.Suffixes -join ', ') -ne ($Probe.suffixes -join ', ')) {
        $expected, $got = "errmsg with $($Probe.suffixes -join ', ')", "errmsg with $($Answer.Suffixes -join ', ')"
    }
    elseif ($Probe.fields) {
        $kinds = ($Probe.fields.PSObject.Properties | ForEach-Object { "$($_.Name): $($_.Value)" }) -join ', '
        if ($Answer.Kinds -ne $kinds) { $expected, $got = $kinds, $Answer.Kinds }
    }
    if (-not $got) { return }
    [pscustomobject]@{ Expected = $(if ($expected) { $expected } else { Get-Expectation $Probe }); Got = $got.Trim() }
}

# The errcode, and the text if a document states one.
function Get-Expectation($Probe) { "$($Probe.errcode) $($Probe.errmsg)".Trim() }

# The service's text, if the code is as expected but the text is not the one that the simulator made up; otherwise nothing.
function Get-OtherText($Probe, $Answer) {
    if ($Answer.Json -and $Answer.Code -eq $Probe.errcode -and -not (Test-AnswerText $Answer $Probe.simulatorErrmsg)) { $Answer.Text }
}

function Test-AnswerText($Answer, [string] $Start) { $Answer.Text.StartsWith($Start, [System.StringComparison]::Ordinal) }

# The members of an answer with their JSON kinds.
function Get-JsonKind($Json) {
    ($Json.PSObject.Properties | ForEach-Object {
        $kind = if ($_.Value -is [string]) { 'string' } elseif ($_.Value -is [valuetype] -and $_.Value -isnot [bool]) { 'number' } else { 'other' }
        "$($_.Name): $kind"
    }) -join ', '
}

Export-ModuleMember -Function Get-Probe, Test-Visible, Get-ProbedRobot, New-ProbeClient, Get-NeededUpload, Send-Probe, Compare-Answer,
    Get-Expectation, Get-OtherText
