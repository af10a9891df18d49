# Compares a cmdlet's help with its page.

$root = Split-Path (Split-Path $PSScriptRoot)

# Code can contain lines that look like headings; section headings are in capitals.
function Get-Section([string] $Page, [string] $Heading) {
    [regex]::Match($Page, '(?ms)^## ' + $Heading + ' *\n(.*?)(?=^## [A-Z ]+$|\z)').Groups[1].Value
}

# Everything that Get-Help lacks compared with the page, or shows as raw Markdown; nothing if it is complete.
function Get-HelpGap([string] $Name, [string] $Culture) {
    $page = Get-Content (Join-Path $root "docs/$Culture/$Name.md") -Raw -Encoding utf8
    $help = Get-Help $Name -Full
    $text = $help.description.Text -join "`n"

    if ($help.Synopsis.Trim() -ne (Get-Section $page SYNOPSIS).Trim().Replace('`', '')) { "$Name synopsis: $($help.Synopsis)" }
    if ($text.Length -lt 0.8 * (Get-Section $page DESCRIPTION).Trim().Length) { "$Name description: $text" }
    if (@($help.syntax.syntaxItem).Count -ne (Get-Command $Name).ParameterSets.Count) { "$Name syntax" }

    $parameters = (Get-Command $Name).Parameters.Keys.Where({ $_ -notin [System.Management.Automation.Cmdlet]::CommonParameters })
    foreach ($parameter in $parameters) {
        $shown = $help.parameters.parameter | Where-Object name -EQ $parameter
        $written = [regex]::Match($page, "(?ms)^### -$parameter *\n(.*?)^``````yaml").Groups[1].Value.Trim()
        if (-not $written -or "$($shown.description.Text)".Length -lt 0.8 * $written.Length) { "$Name -$parameter" }
        if ($shown.parameterValue -match '^System\.|``') { "$Name -$parameter type $($shown.parameterValue)" }
        $text += $shown.description.Text -join "`n"
    }
    $text += $help.alertSet.alert.Text -join "`n"
    if ($text -match '(?m)^```|\]\(|\*\*') { "$Name raw Markdown: $($Matches[0])" }

    $examples = [regex]::Matches((Get-Section $page EXAMPLES), '(?ms)^### (.*?)$.*?^```powershell\n(.*?)\n```(.*?)(?=^### |\z)')
    if ($examples.Count -ne @($help.examples.example).Count) { "$Name examples" }
    for ($i = 0; $i -lt $examples.Count; $i++) {
        $shown = @($help.examples.example)[$i]
        $output = [regex]::Match($examples[$i].Groups[3].Value, '(?ms)^```Output\n(.*?)\n```').Groups[1].Value
        if (-not $shown.title.Contains($examples[$i].Groups[1].Value)) { "$Name title $($shown.title)" }
        if ($shown.code.Trim() -ne $examples[$i].Groups[2].Value.Trim()) { "$Name code $($shown.title)" }
        if (-not ($shown.remarks.Text -join "`n").Contains($output.Trim())) { "$Name output $($shown.title)" }
    }

    $links = [regex]::Matches((Get-Section $page 'RELATED LINKS'), '\[(.+?)\]\(').ForEach({ $_.Groups[1].Value })
    if ("$($help.relatedLinks.navigationLink.linkText)" -ne "$links") { "$Name links: $($help.relatedLinks.navigationLink.linkText)" }
}

# What Get-Help lacks of a topic's page, or shows as raw Markdown: headings, code, tables and the beginnings of paragraphs.
function Get-TopicGap([string] $Culture) {
    foreach ($file in Get-ChildItem (Join-Path $root "docs/$Culture") -Filter about_*.md) {
        $topic = @(Get-Help $file.BaseName)
        if ($topic.Count -ne 1) { "$($file.BaseName): $($topic.Count) topics" }
        if ("$topic" -match '`|\]\(|(?<!\*)\*\*(?!\*)|(?<![\w*])\*\p{L}+\*|(?<=\p{IsCJKUnifiedIdeographs})\*\p{L}+\*') { "$($file.BaseName) raw Markdown: $($Matches[0])" }
        $shown = "$topic" -replace '\s'
        $page = Get-Content $file -Raw -Encoding utf8
        $excerpts = '(?m)^#+ (.+)$', '(?ms)^```\w*\n(.+?)\n```', '(?m)^\| *([^|\s-][^|]*?) *\|(?!.*\n\| *-)', '(?m)^(?![#|`\s])([^*`\[|\n]{1,20})' |
            ForEach-Object { [regex]::Matches($page, $_) } | ForEach-Object { $_.Groups[1].Value -replace '[`\s]' }
        $excerpts | Where-Object { $_ -and -not $shown.Contains($_) } | ForEach-Object { "$($file.BaseName) lacks: $_" }
    }
}

Export-ModuleMember -Function Get-HelpGap, Get-TopicGap
