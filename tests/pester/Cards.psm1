# Helpers of the Pester files about cards and their elements.

# The JSON of one field of a card that consists of these elements.
function Get-CardJson([string] $Field, [object[]] $Element, [hashtable] $With = @{}) {
    $json = $Element | New-WeComCard -Title t @With | ConvertTo-WeComJson -WarningAction Ignore
    [System.Text.Json.Nodes.JsonNode]::Parse($json)['template_card'][$Field].ToJsonString()
}

# Runs a script in a culture. The culture belongs to the thread, so it is restored.
function Use-Culture([string] $Name, [scriptblock] $Script) {
    $before = [cultureinfo]::CurrentCulture
    try {
        [cultureinfo]::CurrentCulture = $Name
        & $Script
    }
    finally { [cultureinfo]::CurrentCulture = $before }
}

# The completions at the end of a line.
function Get-Completion([string] $Line) { (TabExpansion2 $Line $Line.Length).CompletionMatches.CompletionText }

# The error that a non-interactive script gets instead of a prompt for a mandatory parameter.
function Get-BindingError([string] $Script) {
    $shell = [powershell]::Create()
    try {
        $null = $shell.AddScript("Import-Module '$PSScriptRoot/Simulator.psm1'; Import-WeComRobot; $Script").Invoke()
        $shell.Streams.Error
    }
    finally { $shell.Dispose() }
}

Export-ModuleMember -Function Get-CardJson, Use-Culture, Get-Completion, Get-BindingError
