# What the Pester files of cards and their parts share.

# The JSON of one field of a card that is made of these parts.
function Get-CardJson([string] $Field, [object[]] $Part, [hashtable] $With = @{}) {
    $json = $Part | New-WeComCard -Title t @With | ConvertTo-WeComJson -WarningAction Ignore
    [System.Text.Json.Nodes.JsonNode]::Parse($json)['template_card'][$Field].ToJsonString()
}

# Runs a script in a culture; it is the thread's, so it is set back.
function Use-Culture([string] $Name, [scriptblock] $Script) {
    $before = [cultureinfo]::CurrentCulture
    try {
        [cultureinfo]::CurrentCulture = $Name
        & $Script
    }
    finally { [cultureinfo]::CurrentCulture = $before }
}

# What Tab offers at the end of a line.
function Get-Completion([string] $Line) { (TabExpansion2 $Line $Line.Length).CompletionMatches.CompletionText }

# What a script without a user gets in place of a prompt for a mandatory parameter.
function Get-BindingError([string] $Script) {
    $shell = [powershell]::Create()
    try {
        $null = $shell.AddScript("Import-Module '$PSScriptRoot/Simulator.psm1'; Import-WeComRobot; $Script").Invoke()
        $shell.Streams.Error
    }
    finally { $shell.Dispose() }
}

Export-ModuleMember -Function Get-CardJson, Use-Culture, Get-Completion, Get-BindingError
