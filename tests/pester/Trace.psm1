# Runs a script, collects everything that a user could look at afterwards, and searches it for a key.

# Every view of what the script wrote to any stream, to $Error and to the transcript, by the name of the view.
# Transcribing an error takes 0.1 s, so <Untranscribed> runs before the transcript; everything else of it is searched.
function Get-Trace([scriptblock] $Script, [scriptblock] $Untranscribed = {}) {
    $transcript = New-TemporaryFile
    $global:Error.Clear()
    $objects = @(try { & $Untranscribed *>&1 } catch { $_ })
    $null = Start-Transcript $transcript -UseMinimalHeader
    try { $objects += @(try { & $Script *>&1 } catch { $_ }) } finally { $null = Stop-Transcript }

    ConvertTo-Trace $objects @($global:Error) $transcript
    Remove-Item $transcript
}

# The views of what a script wrote to its streams, of its $Error and of its transcript.
function ConvertTo-Trace([object[]] $Objects, [object[]] $Errors, [string] $Transcript) {
    $output, $records = $objects.Where({ -not $_.PSObject.Properties['InvocationInfo'] }, 'Split')
    $invocations = @($records.InvocationInfo) + @($errors.InvocationInfo) + @($errors.Exception.ErrorRecord.InvocationInfo) -ne $null
    # Binding errors of the engine refer to half of the engine: gigabytes, if they are serialized
    $small = $errors.Where({ $_.Exception -isnot [System.Management.Automation.ParameterBindingException] })
    # This view is slow and mostly repeats the others, only deeper, so one object of each kind is enough
    $kinds = $errors | Sort-Object FullyQualifiedErrorId -Unique
    # Error records don't convert to JSON, but their properties do. Owner is a type, of which JSON shows megabytes
    $properties = $output + $errors.TargetObject + $errors.CategoryInfo + $invocations.BoundParameters +
        ($small.Exception | Select-Object * -ExcludeProperty Data, TargetSite, ErrorRecord, Errors) +
        ($small.Exception.Errors | Select-Object * -ExcludeProperty Owner)
    @{
        'Out-String'     = $objects | Out-String -Width 10000
        'Format-List'    = $objects + $errors | Format-List * -Force | Out-String -Width 10000
        'exceptions'     = $errors.Exception | Format-List * -Force | Out-String -Width 10000
        'exception text' = $errors | ForEach-Object { $_.Exception.ToString(), $_.ScriptStackTrace, $_.ErrorDetails } | Out-String
        'targets'        = $errors.TargetObject | Format-List * -Force | Out-String -Width 10000
        'InvocationInfo' = $invocations | Format-List * -Force | Out-String -Width 10000
        'arguments'      = @($invocations.BoundParameters.Values) + @($invocations.UnboundArguments) | Format-List * -Force | Out-String -Width 10000
        'Get-Error'      = $kinds | Get-Error | Out-String -Width 10000
        'JSON'           = $properties | ForEach-Object { ConvertTo-Json $_ -Depth 6 -WarningAction Ignore } | Out-String
        'CliXml'         = [System.Management.Automation.PSSerializer]::Serialize($output + $small, 2)
        'transcript'     = Get-Content $Transcript -Raw
        'state'          = Get-State
    }
}

# What the module keeps on disk: the files of the folder that Use-DataFolder has set, and their names.
function Get-State {
    if ($env:XDG_DATA_HOME) {
        Get-ChildItem $env:XDG_DATA_HOME -Recurse -File -Force -ErrorAction Ignore | ForEach-Object { $_.FullName; [System.IO.File]::ReadAllText($_.FullName) } | Out-String
    }
}

# The forms in which a key would still be readable: plain, URL-encoded, and in Base64 at each of the three alignments.
function Get-KeyForm([string] $Key) {
    $Key
    [uri]::EscapeDataString($Key)
    $Key -replace '-'
    foreach ($skip in 0..2) {
        $bytes = [System.Text.Encoding]::UTF8.GetBytes($Key.Substring($skip))
        [Convert]::ToBase64String($bytes, 0, $bytes.Length - $bytes.Length % 3)
    }
}

# Where a trace shows a key: the view, and the text before the key.
function Find-Key([hashtable] $Trace, [string[]] $Key) {
    $forms = ($Key | Sort-Object -Unique | ForEach-Object { Get-KeyForm $_ }).ToLowerInvariant() | Sort-Object -Unique
    foreach ($view in $Trace.Keys) {
        $text = "$($Trace[$view])".ToLowerInvariant()
        foreach ($form in $forms) {
            $at = $text.IndexOf($form, [StringComparison]::Ordinal)
            if ($at -ge 0) { "${view}: $($text.Substring([Math]::Max(0, $at - 80), [Math]::Min(80, $at)))<KEY>" }
        }
    }
}

Export-ModuleMember -Function Get-Trace, ConvertTo-Trace, Find-Key
