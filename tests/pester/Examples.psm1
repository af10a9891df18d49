# Reads the examples of the pages, checks them without running them, and makes their output comparable.

$root = Split-Path (Split-Path $PSScriptRoot)
$mark = '<end of a statement>'
$judged = [System.Collections.Generic.HashSet[string]]::new()

# Each PowerShell block of the Markdown files, with its page, its number on the page, and the text of the Output block after it.
function Get-Example([string[]] $Path) {
    foreach ($file in Get-ChildItem ($Path | ForEach-Object { Join-Path $root $_ }) -Filter *.md -Recurse | Sort-Object FullName) {
        $number = 0
        foreach ($match in [regex]::Matches((Get-Content $file -Raw), '(?ms)^```powershell\r?\n(.*?)^```\s*?\n(?:\s*^```Output\r?\n(.*?)^```)?')) {
            $number++
            @{
                Page   = [System.IO.Path]::GetRelativePath($root, $file).Replace('\', '/')
                Name   = "$($file.BaseName) $number"
                Code   = $match.Groups[1].Value
                Output = $match.Groups[2].Value
            }
        }
    }
}

# The problems of a script: syntax errors, and commands of this module with a parameter or a value that they do not have.
function Get-ExampleProblem([string] $Code) {
    # Most blocks are on two pages, one for each language
    if (-not $judged.Add($Code)) { return }
    $errors = $null
    $ast = [System.Management.Automation.Language.Parser]::ParseInput($Code, [ref] $null, [ref] $errors)
    $errors | ForEach-Object Message
    foreach ($command in $ast.FindAll({ $args[0] -is [System.Management.Automation.Language.CommandAst] }, $true)) {
        $name = $command.GetCommandName()
        if ($name -notmatch '^\w+-WeCom\w+$') { continue }
        $info = Get-Command $name -Module WeComRobot -ErrorAction Ignore
        if (-not $info) { "there is no command $name"; continue }

        $bound = [System.Management.Automation.Language.StaticParameterBinder]::BindCommand($command, $true)
        # The parser treats a splat as a positional argument
        $bound.BindingExceptions.GetEnumerator() | Where-Object Key -NotLike '@*' | ForEach-Object { "$name, $($_.Key): $($_.Value.BindingException.Message)" }
        foreach ($parameter in $bound.BoundParameters.GetEnumerator()) {
            $allowed = Get-AllowedValue $info.Parameters[$parameter.Key]
            $given = $parameter.Value.Value
            $literals = if ($given -is [System.Management.Automation.Language.ArrayLiteralAst]) { $given.Elements } else { $given }
            $literals | Where-Object { $allowed -and $_ -is [System.Management.Automation.Language.StringConstantExpressionAst] -and $_.Value -notin $allowed } |
                ForEach-Object { "$name -$($parameter.Key) does not take $_" }
        }
    }
}

function Get-AllowedValue($Parameter) {
    $type = if ($Parameter.ParameterType.IsArray) { $Parameter.ParameterType.GetElementType() } else { $Parameter.ParameterType }
    $type = [Nullable]::GetUnderlyingType($type) ?? $type
    if ($type.IsEnum) { [Enum]::GetNames($type) }
    else { ($Parameter.Attributes | Where-Object { $_ -is [ValidateSet] }).ValidValues }
}

# The script with a marker after each statement, as a prompt displays each on its own.
function Add-StatementMark([string] $Code) {
    $ast = [System.Management.Automation.Language.Parser]::ParseInput($Code, [ref] $null, [ref] $null)
    ($ast.EndBlock.Statements | ForEach-Object { "$($_.Extent.Text)`n'$mark'`n" }) -join ''
}

# The text that a user sees of what such a script wrote to any stream.
function Format-Written([object[]] $Written) {
    $run = [System.Collections.Generic.List[object]]::new()
    $show = { $run | Out-String -Width 140; $run.Clear() }
    $text = foreach ($item in $Written) {
        $line = switch ($item) {
            { $_ -is [System.Management.Automation.ErrorRecord] } { "$($_.InvocationInfo.MyCommand): $_" }
            { $_ -is [System.Management.Automation.WarningRecord] } { "WARNING: $_" }
        }
        if ($line -or $item -eq $mark) { & $show; $line } else { $run.Add($item) }
    }
    @($text) + (& $show) -join "`n"
}

# A text without what varies from run to run: robots, times, ids, folders, attempts, and line breaks.
function Format-Comparable([string] $Text, [string] $Folder = '/srv/reports') {
    $rules = @(
        @('[^\s"]+ \(key #[0-9a-f]{8}\)', '<robot>'), @(' It was tried 4 times\.|共尝试了 4 次。', ''), @('(?m)^((State|保存位置) *: ).*', '$1<file>')
        @('\d+/\d+/\d+ \d+:\d\d(:\d\d)?(\s[AP]M)?(\s\+\d\d:\d\d)?', '<time>'), @('\d{19}-[0-9a-f]{8}-\d+', '<message>'), @('(\d{4}-)?\d\d-\d\d \d\d:\d\d(?!:)', '<time>')
        @('(?m)^\d\d:\d\d:\d\d(?= \w+ +\d/\d)|(?<=(NextFree|下次可发) *: )\d\d:\d\d:\d\d', '<time>'), @('(?<![\w-])[\w-]{44}(?![\w-])', '<id>')
        # The text about a refused connection is the operating system's
        @('Connection refused|No connection could be made[^.\n]*', '<refused>')
        @('(?<=<robot>)[^\n]*\u2026', ' <cut>'), @('-{3,}', '---'), @('\s+', ' ')
    )
    $Text = $Text.Replace("$Folder\", '<folder>/').Replace($Folder.Replace('\', '/'), '<folder>')
    foreach ($rule in $rules) { $Text = $Text -replace $rule }
    $Text.Trim()
}

Export-ModuleMember -Function Get-Example, Get-ExampleProblem, Add-StatementMark, Format-Written, Format-Comparable
