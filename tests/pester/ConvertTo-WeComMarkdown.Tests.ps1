Describe 'ConvertTo-WeComMarkdown' {
    BeforeAll {
        Import-Module $PSScriptRoot/Simulator.psm1, $PSScriptRoot/Cards.psm1
        Import-WeComRobot

        # The cells of a table, line by line, as GFM parses them: a pipe ends a cell unless a backslash precedes it
        function Get-Cell([string] $Line) {
            $cells = [regex]::Split($Line, '(?<!\\)\|')
            $cells[0], $cells[-1] | Should -BeExactly '', '' -Because 'a row begins and ends with a pipe'
            $cells[1..($cells.Count - 2)].Trim() -replace '\\([!-/:-@[-`{-~])', '$1'
        }

        $objects = [pscustomobject]@{ Name = 'web01'; Id = 7; CPU = 1.5 }, [pscustomobject]@{ Name = 'db'; Id = 12; CPU = 0.25 }
        $table = "| Name | Id | CPU |`n| :--- | ---: | ---: |`n| web01 | 7 | 1.5 |`n| db | 12 | 0.25 |"
    }

    It 'sends the top ten processes' {
        $simulator = Start-Simulator
        $env:WECOM_ROBOT = $simulator.Webhook
        try {
            Get-Process | Sort-Object CPU -Descending | Select-Object -First 10 Name, Id, CPU | ConvertTo-WeComMarkdown -Title 'Top 10' | Send-WeComMarkdown -V2
            $payload = (Get-Received $simulator).Payload
        }
        finally {
            $env:WECOM_ROBOT = $null
            Stop-Simulator $simulator
        }

        $payload.msgtype | Should -BeExactly markdown_v2
        $lines = $payload.markdown_v2.content -split "`n"
        $lines[0..3] | Should -BeExactly '# Top 10', '', '| Name | Id | CPU |', '| :--- | ---: | ---: |'
        $lines.Count | Should -Be 14
        $lines[4..13] | ForEach-Object { (Get-Cell $_).Count } | Should -Be (@(3) * 10)
    }

    It 'writes a table with numbers aligned right' {
        $objects | ConvertTo-WeComMarkdown | Should -BeExactly $table
    }

    It 'accepts -Property like Select-Object: <Name>' -ForEach @(
        @{ Name = 'names'; Property = 'Id', 'Name' }
        @{ Name = 'one name'; Property = 'CPU' }
        @{ Name = 'a wildcard'; Property = '*' }
        @{ Name = 'a name and a wildcard'; Property = 'Id', 'N*' }
        @{ Name = 'a script block'; Property = { $_.Id * 2 } }
        @{ Name = 'calculated properties'; Property = 'Name', @{ n = '占用'; e = { $_.CPU * 100 } }, @{ Label = 'No'; Expression = 'Id' } }
        @{ Name = 'a property that is missing'; Property = 'Name', 'Missing' }
    ) {
        $markdown = $objects | ConvertTo-WeComMarkdown -Property $Property

        $markdown | Should -BeExactly ($objects | Select-Object -Property $Property | ConvertTo-WeComMarkdown)
        $columns = @(($objects | Select-Object -Property $Property)[0].PSObject.Properties.Name)
        Get-Cell ($markdown -split "`n")[0] | Should -BeExactly $columns.Trim()
    }

    It 'resolves the caller''s variables in calculated properties' {
        $factor = 100
        (1 | ConvertTo-WeComMarkdown @{ n = 'x'; e = { $_ * $factor } }) -split "`n" | Select-Object -Last 1 | Should -BeExactly '| 100 |'
    }

    It 'keeps a text within its cell: <Name>' -ForEach @(
        @{ Name = 'pipes'; Text = 'a|b||c|' }
        @{ Name = 'a backslash before a pipe'; Text = 'a\|b\\|c\\\|' }
        @{ Name = 'backslashes'; Text = 'C:\temp\new\\x\' }
        @{ Name = 'backticks'; Text = '`a` ``b|c`` \`d' }
        @{ Name = 'an open code span'; Text = '`|' }
        @{ Name = 'LF'; Text = "a`nb" }
        @{ Name = 'CRLF'; Text = "a`r`nb`r`n`r`nc" }
        @{ Name = 'U+2028 and U+2029'; Text = "a$([char]0x2028)b$([char]0x2029)c" }
        @{ Name = 'NEL, VT, FF'; Text = "a$([char]0x85)b$([char]11)c$([char]12)d" }
        @{ Name = 'a rule of dashes'; Text = "x`n| --- |`n| y |" }
    ) {
        $lines = [pscustomobject]@{ before = 1; $Text = $Text; after = 2 } | ConvertTo-WeComMarkdown | ForEach-Object { $_ -split "`n" }
        $plain = $Text -replace '[\r\n\x0b\f\x85\u2028\u2029]', ' '

        $lines.Count | Should -Be 3
        $lines | Should -Not -Match '[\r\x0b\f\x85\u2028\u2029]'
        $lines | Should -Not -Match '(?<!\\)`' -Because 'a backtick would begin code'
        (Get-Cell $lines[0]) -replace ' +', ' ' | Should -BeExactly @('before', ($plain -replace ' +', ' '), 'after')
        (Get-Cell $lines[2]) -replace ' +', ' ' | Should -BeExactly @('1', ($plain -replace ' +', ' '), '2')
    }

    It 'keeps a title on one line' {
        (1 | ConvertTo-WeComMarkdown -Title "a`r`nb`n# c") -split "`n" | Select-Object -Index 1, 2 | Should -BeExactly '', '| Value |'
    }

    It 'leaves the cell empty for $null, an empty text, and a property that an object lacks' {
        [pscustomobject]@{ a = $null; b = '' }, [pscustomobject]@{ a = 1 }, [pscustomobject]@{ b = 2; c = 3 } | ConvertTo-WeComMarkdown |
            Should -BeExactly "| a | b | c |`n| ---: | ---: | ---: |`n|  |  |  |`n| 1 |  |  |`n|  | 2 | 3 |"
    }

    It 'skips $null among the objects' {
        $objects[0], $null, $objects[1] | ConvertTo-WeComMarkdown | Should -BeExactly $table
    }

    It 'formats values as <Culture> does' -ForEach @(
        @{ Culture = 'de-DE'; Row = '| 1234,5 | 02.01.2025 13:14:15 | True | Monday |' }
        @{ Culture = 'zh-CN'; Row = '| 1234.5 | 2025/1/2 13:14:15 | True | Monday |' }
    ) {
        $object = [pscustomobject]@{ number = 1234.5; date = [datetime] '2025-01-02T13:14:15'; bool = $true; enum = [DayOfWeek]::Monday }
        (Use-Culture $Culture { $object | ConvertTo-WeComMarkdown }) -split "`n" | Select-Object -Last 1 | Should -BeExactly $Row
    }

    It 'aligns <Name> to the <Side>' -ForEach @(
        @{ Name = 'an int'; Value = 1; Side = 'right' }
        @{ Name = 'a double'; Value = 1.5; Side = 'right' }
        @{ Name = 'a decimal'; Value = 1.5d; Side = 'right' }
        @{ Name = 'a long'; Value = 1L; Side = 'right' }
        @{ Name = 'a text of digits'; Value = '1'; Side = 'left' }
        @{ Name = 'a boolean'; Value = $true; Side = 'left' }
        @{ Name = 'an enum'; Value = [DayOfWeek]::Monday; Side = 'left' }, @{ Name = 'a date'; Value = [datetime] 0; Side = 'left' }
    ) {
        $rule = ([pscustomobject]@{ a = $Value } | ConvertTo-WeComMarkdown) -split "`n" | Select-Object -Index 1
        $rule | Should -BeExactly @{ right = '| ---: |'; left = '| :--- |' }[$Side]
    }

    It 'writes a list with -As List' {
        $objects | ConvertTo-WeComMarkdown -As List -Title 'A `b' | Should -BeExactly (
            '# A \`b', '', '- Name: web01', '  - Id: 7', '  - CPU: 1.5', '- Name: db', '  - Id: 12', '  - CPU: 0.25' -join "`n")
    }

    It 'keeps each text of a list on its line' {
        $text = "a`r`nb`n- c`n# d`u{2028}e"
        ([pscustomobject]@{ x = $text; y = $text } | ConvertTo-WeComMarkdown -As List) -split '[\r\n\u2028]' | Should -HaveCount 2
    }

    It 'shows plain values in one column: <Name>' -ForEach @(
        @{ Name = 'numbers'; Values = 1, 2; Rows = '| 1 |', '| 2 |' }, @{ Name = 'texts'; Values = 'a', 'b|c'; Rows = '| a |', '| b\|c |' }
        @{ Name = 'decimals'; Values = 1.5d, 2d; Rows = '| 1.5 |', '| 2 |' }
        @{ Name = 'enums'; Values = [DayOfWeek]::Monday, [DayOfWeek]::Friday; Rows = '| Monday |', '| Friday |' }
        @{ Name = 'booleans'; Values = $true, $false; Rows = '| True |', '| False |' }
        @{ Name = 'time spans'; Values = [timespan] '01:02', [timespan] '03:04'; Rows = '| 01:02:00 |', '| 03:04:00 |' }
        @{ Name = 'guids'; Values = [guid]::Empty, [guid]::Empty; Rows = @("| $([guid]::Empty) |") * 2 }
        @{ Name = 'dates'; Values = [datetime] '2025-01-02', [datetime] '2025-01-03'; Rows = "| $([datetime] '2025-01-02') |", "| $([datetime] '2025-01-03') |" }
    ) {
        $lines = (Use-Culture '' { $Values | ConvertTo-WeComMarkdown }) -split "`n"
        $lines[0], $lines[2], $lines[3] | Should -BeExactly (@('| Value |') + $Rows)
    }

    It 'shows the entries of a hashtable as columns: <Name>' -ForEach @(
        @{ Name = 'ordered'; Values = [ordered]@{ b = 1; a = 2 }, [ordered]@{ b = 3; a = 4 } }
        @{ Name = 'plain'; Values = @{ b = 1 }, @{ b = 3 } }
    ) {
        $lines = ($Values | ConvertTo-WeComMarkdown) -split "`n"
        Get-Cell $lines[0] | Should -BeExactly @($Values[0].Keys)
        Get-Cell $lines[3] | Should -BeExactly @($Values[1].Values)
    }

    It 'shows the name of a <Name>, and nothing that its provider adds' -ForEach @(
        @{ Name = 'file'; Path = $PSCommandPath }, @{ Name = 'folder'; Path = $PSScriptRoot }
    ) {
        $columns = Get-Cell ((Get-Item $Path | ConvertTo-WeComMarkdown) -split "`n")[0]
        $columns | Should -Contain Name
        $columns | Should -Not -Match '^PS'
    }

    It 'writes nothing for empty input: <Name>' -ForEach @(
        @{ Name = 'no object'; Given = @() }
        @{ Name = '$null'; Given = @($null) }
    ) {
        $Given | ConvertTo-WeComMarkdown -Title t | Should -BeNullOrEmpty
    }

    It 'stops when the next command of the pipeline has enough' {
        @(1..100000 | ConvertTo-WeComMarkdown | Select-Object -First 1).Count | Should -Be 1
    }

    It 'completes the layouts' {
        Get-Completion 'ConvertTo-WeComMarkdown -As ' | Sort-Object | Should -Be List, Table
    }
}
