# What Get-Help can show of a page's Markdown: plain text, in blocks.

# Characters that take two columns of a terminal; a line may be broken beside each of them.
$wide = '\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6'
# But not before these, nor after those
$closing = '、。，．：；？！）】》」』\u201D\u2019\u2026,.;:!?)'
$opening = '（【《「『'

# A table that is wider is shown as a list.
$tableWidth = 76

# The columns that a text takes: an emoji is two code units and two columns.
function Get-TextWidth([string] $Text) { $Text.Length + [regex]::Matches($Text, "[$wide]").Count }

# Without code marks, emphasis and the targets of links; addresses of the web stay, for they lead somewhere. What was set off
# by emphasis in Chinese needs no space behind it.
function ConvertTo-PlainLine([string] $Text) {
    $code = '(?<tick>`+)(?<code>.+?)\k<tick>'
    $link = '\[(?<text>[^\]]+)\](?:(?<web> \(https?:[^)]+\))|\([^)]+\))'
    $emphasis = '\*\*(?<text>.+?)\*\*|(?<![A-Za-z0-9_*])\*(?<text>[^*\s][^*]*)\*(?![A-Za-z0-9_*])'
    $Text -replace '\]\((?=https?:)', '] (' -replace "(?<kept>$code)|$link|$emphasis", '${kept}${text}${web}' -replace "$code|\\(?<code>[^\w\s])", '${code}' -replace '(?<=[。：；，！？])[ ]+'
}

# Lines of one paragraph as one line; Chinese has no space where a line ends.
function Join-PlainLine([string] $Text) {
    ConvertTo-PlainLine ($Text.Trim("`n") -replace "(?<=[$wide])\s*\n\s*(?=[$wide])" -replace '\s*\n\s*', ' ')
}

# Lines of at most <Width> columns; those after the first are indented by <Hang>.
function Split-PlainLine([string] $Text, [int] $Width, [string] $Hang = '') {
    if ((Get-TextWidth $Text) -le $Width) { return $Text }
    $line, $gap = '', ''
    foreach ($word in [regex]::Matches($Text, "\s+|[$opening]*(?:[$wide]|[^\s$wide]+)[$closing]*").Value) {
        if (-not $word.Trim()) { $gap = if ($line) { ' ' } else { $word }; continue }
        if ($line.Trim() -and (Get-TextWidth "$line$gap$word") -gt $Width) {
            $line
            $line, $gap = $Hang, ''
        }
        $line, $gap = "$line$gap$word", ''
    }
    $line
}

# Columns where they have room; else each row as its first cell and, indented, the others.
function Format-PlainTable([string[]] $Row, [int] $Width) {
    $rows = foreach ($line in $Row) {
        , @($line.Trim().Trim('|') -split '(?<!\\)\|' | ForEach-Object { ConvertTo-PlainLine $_.Trim().Replace('\|', '|') })
    }
    $head, $rows = $rows[0], @($rows | Select-Object -Skip 2)
    $shown = if ("$head".Trim()) { @(, $head) + $rows } else { $rows }
    $widths = foreach ($column in 0..($head.Count - 1)) {
        ($shown | ForEach-Object { Get-TextWidth $_[$column] } | Measure-Object -Maximum).Maximum
    }
    if (($widths | Measure-Object -Sum).Sum + 2 * ($head.Count - 1) -le [Math]::Min($Width, $tableWidth)) {
        $rule = , @($widths | ForEach-Object { '-' * $_ })
        if ("$head".Trim()) { $shown = @(, $head) + $rule + $rows }
        foreach ($cells in $shown) {
            (0..($head.Count - 1) | ForEach-Object { $cells[$_] + ' ' * ($widths[$_] - (Get-TextWidth $cells[$_])) }) -join '  ' -replace '\s+$'
        }
        return
    }
    foreach ($cells in $rows) {
        Split-PlainLine $cells[0] $Width
        foreach ($column in 1..($head.Count - 1)) {
            $label = if ($head[$column] -and $head.Count -gt 2) { "$($head[$column])$(if ($head[$column] -match "[$wide]$") { '：' } else { ': ' })" } else { '' }
            if ($cells[$column]) { (Split-PlainLine "$label$($cells[$column])" ($Width - 4) '  ') -replace '^', '    ' }
        }
    }
}

# The blocks of a page, each with its Kind (Heading, Code, Table, List, Text), its Lines as plain text and, of a
# heading, its Level. <Width> breaks text and lists; without it they keep one line each.
function ConvertFrom-PageMarkdown([string] $Markdown, [int] $Width = [int]::MaxValue) {
    $source = ($Markdown -replace '\r', '') + "`n"
    $blocks = '(?<Code>```(?<info>\w*)[^\n]*\n(?<code>[\s\S]*?)\n?```[ ]*)\n|(?<Heading>#+) +(?<title>[^\n]+)\n|(?<Table>(?:\|[^\n]*\n)+)' +
        '|(?<List>(?:(?:[ ]*[-*]|\d+\.) +[^\n]+\n(?:[ ]+[^\n]+\n)*)+)|(?<Text>(?:(?!```|#+ |\||[-*] |\d+\. )[^\n]*\S[^\n]*\n)(?:(?!```|\||[-*] |\d+\. )[^\n]*\S[^\n]*\n)*)'
    foreach ($match in [regex]::Matches($source, "(?m)^(?:$blocks)")) {
        $part = $match.Groups
        $kind = 'Code', 'Heading', 'Table', 'List', 'Text' | Where-Object { $part[$_].Success }
        $lines = switch ($kind) {
            'Code' { $part['code'].Value -split '\n' }
            'Heading' { ConvertTo-PlainLine $part['title'].Value }
            'Table' { Format-PlainTable ($part['Table'].Value.TrimEnd() -split '\n') $Width }
            'List' {
                foreach ($item in $part['List'].Value.TrimEnd() -split '\n(?=[ ]*(?:[-*]|\d+\.) )') {
                    $mark = [regex]::Match($item, '^[ ]*(?:[-*]|\d+\.) ').Value
                    Split-PlainLine (Join-PlainLine $item) $Width (' ' * $mark.Length)
                }
            }
            'Text' { Split-PlainLine (Join-PlainLine $part['Text'].Value) $Width }
        }
        [pscustomobject] @{ Kind = $kind; Lines = @($lines); Level = $part['Heading'].Length; Language = $part['info'].Value }
    }
}

Export-ModuleMember -Function ConvertTo-PlainLine, ConvertFrom-PageMarkdown
