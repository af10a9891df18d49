# The columns and rows that ConvertTo-WeComMarkdown makes of real objects are those that the shell shows.
Describe 'What ConvertTo-WeComMarkdown shows of objects' {
    BeforeAll {
        Import-Module $PSScriptRoot/Simulator.psm1, $PSScriptRoot/Cards.psm1
        Import-WeComRobot

        # The lines of a table without the delimiter row, as 'a;b', with the cells as a reader sees them
        function Get-Line([string] $Markdown) {
            foreach ($line in ($Markdown -split "`n" -notmatch '^\| :?-')) {
                ([regex]::Split($line, '(?<!\\)\|') | Select-Object -Skip 1 | Select-Object -SkipLast 1).Trim(' ') -replace '\\([!-/:-@[-`{-~])', '$1' -join '|'
            }
        }

        # Deserialized, as from a job or another session
        function Get-Copy($Objects) { [Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize($Objects, 3)) }

        # The headers of the shell's own table; none for plain values
        function Get-ShellColumn($Objects) {
            @($Objects | Format-Table).Where({ $_.GetType().Name -eq 'FormatStartData' }, 'First').shapeInfo.tableColumnInfoList |
                ForEach-Object { if ($_.label) { $_.label } else { $_.propertyName } }
        }
    }

    Context 'columns' {
        It 'are those of the shell''s table: <Name>' -ForEach @(
            @{ Name = 'processes'; Given = { Get-Process -Id $PID } }
            @{ Name = 'a folder first'; Given = { Get-ChildItem $PSScriptRoot } }
            @{ Name = 'commands'; Given = { Get-Command Get-Item, help, gci } }
            @{ Name = 'modules'; Given = { Get-Module } }
            @{ Name = 'drives'; Given = { Get-PSDrive } }
            @{ Name = 'entries of a hashtable'; Given = { ([ordered]@{ 主机 = 'web01'; 环境 = 'prod' }).GetEnumerator() } }
            @{ Name = 'environment variables'; Given = { Get-ChildItem env: } }
            @{ Name = 'rows of a DataTable'; Given = { $table = [Data.DataTable]::new(); 'a', '主机' | ForEach-Object { [void] $table.Columns.Add($_) }; [void] $table.Rows.Add(1, 2); $table } }
            @{ Name = 'XML elements'; Given = { ([xml] '<r><s name="a" v="1"/><s name="b" v="2"/></r>').r.s } }
            @{ Name = 'a type with a default display set'; Given = { Get-FormatData System.IO.FileInfo } }
            @{ Name = 'a measurement'; Given = { 1..3 | Measure-Object -Sum -Maximum } }
            @{ Name = 'groups'; Given = { 1..3 | Group-Object { $_ % 2 } } }
            @{ Name = 'members'; Given = { 1 | Get-Member } }
            @{ Name = 'a key and a value'; Given = { $pairs = [Collections.Generic.Dictionary[string, int]]::new(); $pairs.a = 1; $pairs.GetEnumerator() } }
        ) {
            $objects = @(& $Given)
            (Get-Line @($objects | ConvertTo-WeComMarkdown)[0])[0] -split '\|' | Should -Be (Get-ShellColumn $objects)
        }

        It 'are the lines of the shell''s list if a type has no table: <Name>' -ForEach @(
            @{ Name = 'a type with labels and scripts'; Type = 'WeComTest.Listed'; Heads = '主机|Twice' }
            @{ Name = 'a type that also has a table'; Type = 'WeComTest.Both'; Heads = 'Id' }
        ) {
            $view = Join-Path $TestDrive view.format.ps1xml
            Set-Content $view @'
<Configuration><ViewDefinitions>
<View><Name>l</Name><ViewSelectedBy><TypeName>WeComTest.Listed</TypeName><TypeName>WeComTest.Both</TypeName></ViewSelectedBy><ListControl><ListEntries><ListEntry><ListItems>
<ListItem><Label>主机</Label><PropertyName>Name</PropertyName></ListItem><ListItem><Label>Twice</Label><ScriptBlock>$_.Id * 2</ScriptBlock></ListItem>
</ListItems></ListEntry></ListEntries></ListControl></View>
<View><Name>t</Name><ViewSelectedBy><TypeName>WeComTest.Both</TypeName></ViewSelectedBy><TableControl><TableHeaders><TableColumnHeader/></TableHeaders><TableRowEntries><TableRowEntry><TableColumnItems>
<TableColumnItem><PropertyName>Id</PropertyName></TableColumnItem></TableColumnItems></TableRowEntry></TableRowEntries></TableControl></View>
</ViewDefinitions></Configuration>
'@
            Update-FormatData -PrependPath $view
            (Get-Line ([pscustomobject]@{ PSTypeName = $Type; Id = 7; Name = 'web01'; Other = 'x' } | ConvertTo-WeComMarkdown))[0] | Should -BeExactly $Heads
        }

        It 'are those of the shell for a web response' {
            $answer = [pscustomobject]@{ PSTypeName = 'Microsoft.PowerShell.Commands.BasicHtmlWebResponseObject'; StatusCode = 502; Content = 'x' }
            $listed = (Get-FormatData $answer.PSObject.TypeNames[0]).FormatViewDefinition.Control.Entries.Items | ForEach-Object { if ($_.Label) { $_.Label } else { $_.DisplayEntry.Value } }
            (Get-Line @($answer | ConvertTo-WeComMarkdown)[0])[0] -split '\|' | Should -Be $listed
        }

        It 'omit what jobs and remoting add' {
            Start-Job { [pscustomobject]@{ a = 1; b = [DayOfWeek]::Monday } } | Receive-Job -Wait -AutoRemoveJob | ConvertTo-WeComMarkdown |
                Should -BeExactly "| a | b |`n| ---: | :--- |`n| 1 | Monday |"
        }

        It 'are those of the original type for an object from a job' {
            $process = Get-Copy (Get-Process -Id $PID)
            (Get-Line ($process | ConvertTo-WeComMarkdown))[0] -split '\|' | Should -Be (Get-ShellColumn $process)
        }

        It 'contain what the shell shows in them' {
            $process = Get-Process -Id $PID
            (Get-Line ($process | ConvertTo-WeComMarkdown))[1] | Should -BeLike "*|$PID|$($process.SI)|$($process.ProcessName)"
        }

        It 'contain no colors of the shell' {
            $rendering = $PSStyle.OutputRendering
            $PSStyle.OutputRendering = 'Ansi'
            try { $markdown = Get-Item $PSScriptRoot | ConvertTo-WeComMarkdown } finally { $PSStyle.OutputRendering = $rendering }
            $markdown | Should -BeLike '*| pester |'
        }

        It 'are correct for an object on which scripts of the view fail, and in strict mode' {
            Set-StrictMode -Version Latest
            (Get-Line ([pscustomobject]@{ PSTypeName = 'System.Diagnostics.Process'; Id = 7; ProcessName = 'x' } | ConvertTo-WeComMarkdown))[1] | Should -BeLike '*|7||x'
        }

        It 'are those of a DataTable that is one object' {
            $table = [Data.DataTable]::new()
            'a', 'b' | ForEach-Object { [void] $table.Columns.Add($_) }
            [void] $table.Rows.Add(1, [DBNull]::Value)
            Get-Line (ConvertTo-WeComMarkdown -InputObject $table) | Should -BeExactly 'a|b', '1|'
        }

        It 'include all of data with many: <Name>' -ForEach @(
            @{ Name = 'a CSV file'; Given = { (1..14 -join ','), (1..14 -join ',') | ConvertFrom-Csv } }
            @{ Name = 'a copy of a custom object'; Given = { Get-Copy ([pscustomobject] (1..14 | ForEach-Object { $row = [ordered]@{} } { $row["$_"] = $_ } { $row })) } }
            @{ Name = 'a row of data'; Given = { $table = [Data.DataTable]::new(); 1..14 | ForEach-Object { [void] $table.Columns.Add("$_") }; $table.Rows.Add(@(1..14)) } }
            @{ Name = 'a copy of a row of data'; Given = { $table = [Data.DataTable]::new(); 1..14 | ForEach-Object { [void] $table.Columns.Add("$_") }; Get-Copy $table.Rows.Add(@(1..14)) } }
            @{ Name = 'an XML element'; Given = { ([xml] "<a $(1..14 | ForEach-Object { "_$_='$_'" })/>").a } }
            @{ Name = 'a copy of an XML element'; Given = { Get-Copy ([xml] "<a $(1..14 | ForEach-Object { "_$_='$_'" })/>").a } }
        ) {
            (Get-Line (& $Given | ConvertTo-WeComMarkdown))[0] -replace '_' -split '\|' | Should -Be (1..14)
        }
    }

    Context 'every Get-* cmdlet of a bare PowerShell that runs without arguments' {
        It 'has no more columns than the shell''s table, no type names in cells, and no error' {
            $modules = 'Core', 'Management', 'Utility', 'Security', 'Diagnostics', 'Host' | ForEach-Object { "Microsoft.PowerShell.$_" }
            # These prompt, or need a desktop
            $commands = Get-Command Get-* -CommandType Cmdlet | Where-Object { $_.ModuleName -in $modules -and $_.Name -notin 'Get-Credential', 'Get-Clipboard' }
            $bare = [powershell]::Create([System.Management.Automation.RunspaceMode]::NewRunspace)
            $seen = 0
            $wrong = foreach ($command in $commands | Where-Object { $_.ParameterSets.Where({ -not $_.Parameters.Where({ $_.IsMandatory }) }) }) {
                $objects = try { @($bare.AddCommand($command.Name).AddParameter('ErrorAction', 'Ignore').Invoke()) } catch { @() } finally { $bare.Commands.Clear() }
                if (-not $objects) { continue }

                $seen++
                $markdown = $objects | ConvertTo-WeComMarkdown -ErrorVariable problem -WarningVariable warning -WarningAction Ignore
                $columns = (Get-Line @($markdown)[-1])[0].Split('|').Count
                $most = [Math]::Max(1, @(Get-ShellColumn $objects).Count)
                if ($columns -gt $most) { "$($command.Name): $columns columns, of the shell's $most" }
                if ($problem -or $warning) { "$($command.Name): $problem $warning" }
                # These two show type names by design
                if ($command.Name -notin 'Get-FormatData', 'Get-TypeData') {
                    $cells = @($markdown) | ForEach-Object { $_ -split "`n" } | Select-String '\| System\.[\w.]+(\[\])? \||System\.Collections|@\{'
                    if ($cells) { "$($command.Name): $($cells[0])" }
                }
            }

            $bare.Dispose()
            $wrong | Should -BeNullOrEmpty
            $seen | Should -BeGreaterThan 20
        }
    }

    Context 'rows' {
        It 'lose no data: <Name>' -ForEach @(
            @{ Name = 'the first object is empty'; Given = [pscustomobject]@{}, [pscustomobject]@{ a = 1 }; Lines = 'a', '1' }
            @{ Name = 'the first hashtable is empty'; Given = @{}, @{ a = 1 }; Lines = 'a', '1' }
            @{ Name = 'one between is empty'; Given = [pscustomobject]@{ a = 1 }, [pscustomobject]@{}, [pscustomobject]@{ a = 2 }; Lines = 'a', '1', '2' }
            @{ Name = 'a later one has more'; Given = [pscustomobject]@{ a = 1 }, [pscustomobject]@{ a = 2; error = 'full' }; Lines = 'a|error', '1|', '2|full' }
            @{ Name = 'a later hashtable has other keys'; Given = @{ a = 1 }, @{ b = 2 }; Lines = 'a|b', '1|', '|2' }
            @{ Name = 'case differs'; Given = [pscustomobject]@{ Host = 1 }, [pscustomobject]@{ host = 2 }; Lines = 'Host', '1', '2' }
            @{ Name = 'a text among objects'; Given = [pscustomobject]@{ a = 1 }, 'plain'; Lines = 'a|Value', '1|', '|plain' }
            @{ Name = 'an object among numbers'; Given = 1, [pscustomobject]@{ a = 2 }, 3; Lines = 'Value|a', '1|', '|2', '3|' }
            @{ Name = 'entries after objects'; Given = [pscustomobject]@{ a = 1 }, [Collections.DictionaryEntry]::new('k', 'v'); Lines = 'a|Name|Value', '1||', '|k|v' }
            @{ Name = 'an array in the pipeline'; Given = @(, @(1, 2)); Lines = 'Value', '1', '2' }
            @{ Name = 'an error and an exception'; Given = [Exception]::new('boo'), [Management.Automation.ErrorRecord]::new([Exception]::new('bah'), 'id', 'NotSpecified', $null); Lines = 'Value', 'boo', 'bah' }
        ) {
            $markdown = $Given | ConvertTo-WeComMarkdown -WarningVariable warning
            Get-Line $markdown | Should -BeExactly $Lines
            $warning | Should -BeNullOrEmpty
        }

        It 'are correct with -Property after an empty object' {
            Get-Line ([pscustomobject]@{}, [pscustomobject]@{ a = 1; b = 2 } | ConvertTo-WeComMarkdown b, a) | Should -BeExactly 'b|a', '2|1'
        }

        It 'have the column that first occurs in a row after the first text' {
            $texts = @(& { 1..500 | ForEach-Object { [pscustomobject]@{ Id = $_ } }; [pscustomobject]@{ Id = 501; Error = 'disk full' } } | ConvertTo-WeComMarkdown -WarningVariable warning)
            (Get-Line $texts[0])[0], (Get-Line $texts[-1])[0], (Get-Line $texts[-1])[-1] | Should -BeExactly 'Id', 'Id|Error', '501|disk full'
            $warning | Should -BeNullOrEmpty
        }

        It 'cause one warning that names the columns which the header has no room for' {
            $texts = @(1..300 | ForEach-Object { [pscustomobject]@{ Id = $_; "column-of-$_" = $_ } } | ConvertTo-WeComMarkdown -WarningVariable warning -WarningAction Ignore)
            @($warning).Count | Should -Be 1
            "$warning" | Should -Match 'column-of-\d+.*-Property'
            $texts | ForEach-Object { [Text.Encoding]::UTF8.GetByteCount($_) } | Should -Not -BeGreaterThan 4096
            $texts | ForEach-Object { Get-Line $_ | Select-Object -Skip 1 } | ForEach-Object { ($_ -split '\|')[0] } | Should -Be (1..300)
        }

        It 'of a list each have their own properties' {
            [pscustomobject]@{ a = 1 }, [pscustomobject]@{ a = 2; b = '*' } | ConvertTo-WeComMarkdown -As List | Should -BeExactly "- a: 1`n- a: 2`n  - b: \*"
        }

        It 'cause an error if every object is empty: <Name>' -ForEach @(
            @{ Name = 'custom objects'; Given = [pscustomobject]@{}, [pscustomobject]@{} }, @{ Name = 'a hashtable'; Given = @(@{}) }
            @{ Name = 'an object without properties'; Given = @([object]::new()) }, @{ Name = 'JSON'; Given = @('[{},{}]' | ConvertFrom-Json) }
            @{ Name = 'with -Property'; Given = @([pscustomobject]@{}); Arguments = @{ Property = 'a' } }
        ) {
            $given, $arguments = $Given, ($Arguments ?? @{})
            $failure = Get-Failure { $given | ConvertTo-WeComMarkdown @arguments -Title t }
            @($failure).Count | Should -Be 1
            $failure.FullyQualifiedErrorId | Should -BeLike 'WeComInvalidMessage,*'
        }

        It 'are rejected as output of <Name>, which the error names' -ForEach @(
            @{ Name = 'Format-Table'; Given = { Get-Process | Select-Object -First 3 | Format-Table Name } }, @{ Name = 'Format-List'; Given = { Get-Item / | Format-List } }
            @{ Name = 'Format-Wide'; Given = { Get-Item / | Format-Wide } }, @{ Name = 'Format-Custom'; Given = { Get-Item / | Format-Custom Name } }
            @{ Name = 'Format-Table of text'; Given = { 'a', 'b' | Format-Table } }
        ) {
            $failure = Get-Failure { & $Given | ConvertTo-WeComMarkdown }
            @($failure).Count | Should -Be 1
            $failure.FullyQualifiedErrorId | Should -BeLike 'WeComInvalidMessage,*'
            $failure.Exception.Message | Should -BeLike '*Format-Table*-Property*Out-String*'
        }
    }

    Context 'values' {
        It 'are rejected if they are formatted output, and other objects are shown: <Name>' -ForEach @(
            @{ Name = 'of a calculated property'; Property = @{ n = 'v'; e = { if ($_ -eq 2) { Get-Item / | Format-Table Name } else { $_ } } } }
            @{ Name = 'within a hashtable'; Property = @{ n = 'v'; e = { if ($_ -eq 2) { @{ a = Get-Item / | Format-List } } else { $_ } } } }
        ) {
            $markdown = 1..3 | ConvertTo-WeComMarkdown $Property -ErrorVariable problem -ErrorAction SilentlyContinue
            $problem | Should -HaveCount 1
            "$problem" | Should -BeLike '*Format-Table*'
            Get-Line $markdown | Should -BeExactly v, 1, 3
        }

        It 'are readable, whatever is nested: <Name>' -ForEach @(
            @{ Name = 'a hashtable'; Value = [ordered]@{ app = 'api'; env = 'prod' }; Text = 'app=api; env=prod' }
            @{ Name = 'an object'; Value = [pscustomobject]@{ app = 'api'; env = 'prod' }; Text = 'app=api; env=prod' }
            @{ Name = 'a list'; Value = 80, 443; Text = '80; 443' }
            @{ Name = 'a generic list'; Value = [Collections.Generic.List[string]] ('a', 'b'); Text = 'a; b' }
            @{ Name = 'objects with one property'; Value = @{ port = 80 }, @{ port = 443 }; Text = '80; 443' }
            @{ Name = 'objects with several'; Value = [ordered]@{ a = 1; b = 2 }, [ordered]@{ a = 3; b = 4 }; Text = 'a=1, b=2; a=3, b=4' }
            @{ Name = 'a list in a hashtable'; Value = [ordered]@{ ports = 80, 443; host = 'web01' }; Text = 'ports=(80, 443); host=web01' }
            @{ Name = 'three levels'; Value = @{ a = @{ b = [ordered]@{ c = 1; d = 2 } } }; Text = 'a=(b=(c=1, d=2))' }
            @{ Name = 'a dictionary'; Value = $($d = [Collections.Generic.Dictionary[string, int]]::new(); $d.a = 1; $d); Text = 'a=1' }
            @{ Name = 'a row of data'; Value = $(($t = [Data.DataTable]::new()).Columns.Add('c') > $null; $t.Rows.Add('x')); Text = 'c=x' }
            @{ Name = 'JSON in JSON'; Value = '{"l":[{"m":{"n":[1,null,""]}}]}' | ConvertFrom-Json; Text = 'l=(m=(n=(1, , )))' }
            @{ Name = 'an empty list'; Value = @(); Text = '' }, @{ Name = 'an object without a text'; Value = [object]::new(); Text = '' }
            @{ Name = 'a secret'; Value = ConvertTo-SecureString geheim -AsPlainText -Force; Text = '***' }
            @{ Name = 'an XML element of text'; Value = ([xml] '<a><b>1</b></a>').SelectSingleNode('//b'); Text = '1' }
            @{ Name = 'a file'; Value = Get-Item $PSCommandPath; Text = $PSCommandPath }
        ) {
            (Get-Line ([pscustomobject]@{ v = $Value } | ConvertTo-WeComMarkdown))[1] | Should -BeExactly $Text
            (New-WeComCard t -Field ([ordered]@{ v = $Value }) -Action https://a.example).Fields.Value | Should -BeExactly $Text
            (New-WeComCardField v $Value).Value | Should -BeExactly $Text
        }

        It 'end where a hashtable or a list contains itself' {
            $table = @{ n = 1 }
            $list = [Collections.ArrayList] @(1)
            $table.self = $table
            [void] $list.Add($list)
            Get-Line ([pscustomobject]@{ t = $table; l = $list } | ConvertTo-WeComMarkdown) | Select-Object -Last 1 | Should -BeLike '*…*'
        }

        It 'end where a hashtable is its own key' {
            $table = @{}
            $table[$table] = 1
            Get-Line ([pscustomobject]@{ t = $table; l = $table, $table } | ConvertTo-WeComMarkdown) | Select-Object -Last 1 | Should -BeLike '*…*…*'
        }

        It 'of other types are not shown as type names: <Name>' -ForEach @(
            @{ Name = 'a process'; Value = { Get-Process -Id $PID } }, @{ Name = 'a credential'; Value = { [pscredential]::new('lisi', (ConvertTo-SecureString geheim -AsPlainText -Force)) } }
            @{ Name = 'threads'; Value = { (Get-Process -Id $PID).Threads } }, @{ Name = 'XML'; Value = { [xml] '<a><b c="d"/></a>' } }
            @{ Name = 'a class'; Value = { class Foo { [int] $N = 1 }; [Foo]::new() } }
        ) {
            $cell = (Get-Line @([pscustomobject]@{ v = & $Value } | ConvertTo-WeComMarkdown)[0])[1]
            $cell | Should -Not -Match 'System\.|Foo|geheim'
            $cell | Should -Match '\w=\w'
        }

        It 'are truncated with an ellipsis if there are too many, as in the shell' {
            $cell = (Get-Line ([pscustomobject]@{ v = 1..1000 } | ConvertTo-WeComMarkdown))[1]
            $cell | Should -BeLike '1; 2; *; 256; …'
            (Get-Line (Get-Module Microsoft.PowerShell.Utility | ConvertTo-WeComMarkdown))[1] | Should -BeLike '*|Add-Member; Add-Type; Clear-Variable; Compare-Object; …'
        }

        It 'show a UTC time in local time, and an offset unchanged' {
            $zone = $env:TZ
            $env:TZ = 'Asia/Shanghai'
            [TimeZoneInfo]::ClearCachedData()
            try {
                $objects = [pscustomobject]@{ u = [datetime]::new(2026, 1, 15, 3, 43, 0, [DateTimeKind]::Utc); o = [datetimeoffset] '2026-01-15T03:43:00+05:30' }
                $local = if ($IsWindows) { $objects.u.ToLocalTime().ToString() } else { [datetime]::new(2026, 1, 15, 11, 43, 0).ToString() }
                $shown = ($objects | ConvertTo-WeComMarkdown), ($objects | ConvertTo-WeComMarkdown u, o) | ForEach-Object { (Get-Line $_)[1] }
                $row = (New-WeComCard t -Field $objects -Action https://a.example).Fields.Value
            }
            finally {
                $env:TZ = $zone
                [TimeZoneInfo]::ClearCachedData()
            }

            $shown | Should -BeExactly (@("$local|$($objects.o.ToString())") * 2)
            $row | Should -BeExactly $local, $objects.o.ToString()
        }
    }
}
