# The messages and files that the tests send: the official samples (service.md#message-types), and minimal files of each kind.

function Get-SampleJson([string] $Name) { Get-Content (Join-Path $PSScriptRoot "data/$Name.json") -Raw -Encoding utf8 }

# One transparent pixel.
function Get-Png {
    [CmdletBinding()]
    param()
    , [Convert]::FromBase64String(
        'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==')
}

# The smallest JPG that has a scan.
function Get-Jpg {
    [CmdletBinding()]
    param()
    , [byte[]] (0xFF, 0xD8, 0xFF, 0xDA, 0, 2, 0, 0xFF, 0xD9)
}

# An AMR recording: frames of type 7 (header 0x3C and 31 bytes), 20 ms each.
function Get-Amr([int] $Frames) {
    $bytes = [byte[]]::new(6 + 32 * $Frames)
    [System.Text.Encoding]::ASCII.GetBytes("#!AMR`n").CopyTo($bytes, 0)
    for ($i = 0; $i -lt $Frames; $i++) { $bytes[6 + 32 * $i] = 0x3C }
    , $bytes
}

# Writes a file to Pester's TestDrive and returns its path.
function New-TestFile([string] $Name, [byte[]] $Bytes) {
    $path = Join-Path (Get-PSDrive TestDrive).Root $Name
    [System.IO.File]::WriteAllBytes($path, $Bytes)
    $path
}

# Compares as JSON, ignoring the order of members.
function Test-JsonEqual([string] $Actual, [string] $Expected) {
    [System.Text.Json.Nodes.JsonNode]::DeepEquals(
        [System.Text.Json.Nodes.JsonNode]::Parse($Actual), [System.Text.Json.Nodes.JsonNode]::Parse($Expected))
}

Export-ModuleMember -Function Get-SampleJson, Get-Png, Get-Jpg, Get-Amr, New-TestFile, Test-JsonEqual
