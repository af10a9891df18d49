# What users pipe to the text senders, or pass as -Content, besides plain text.
Describe 'Content that is not plain text' {
    BeforeAll {
        Import-Module $PSScriptRoot/Simulator.psm1, $PSScriptRoot/Cards.psm1, $PSScriptRoot/Engine.psm1
        Import-WeComRobot
        $simulator = Start-Simulator
        function Get-ReceivedContent { (Get-Received $simulator).Payload | ForEach-Object { $_.($_.msgtype).content } }
        # Deserialized, as from a job or another session
        function Get-Copy($Objects) { [Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize($Objects, 3)) }
        # The output of Out-String without the blank lines around it
        function Get-ShellText($Formatted) { (($Formatted | Out-String) -split '\r?\n' | ForEach-Object TrimEnd) -join "`n" -replace '^\n+|\n+$' }
    }

    AfterAll { Stop-Simulator $simulator }

    BeforeEach {
        Clear-Simulator $simulator
        $env:WECOM_ROBOT = Get-Webhook $simulator
    }

    AfterEach { $env:WECOM_ROBOT = $null }

    It 'is sent as its text: <Name>' -ForEach @(
        @{ Name = 'a number'; Given = 7; Text = '7' }, @{ Name = 'a decimal'; Given = 10.50d; Text = '10.50' }, @{ Name = 'a big one'; Given = [bigint]::Pow(10, 20); Text = '1' + '0' * 20 }
        @{ Name = 'an enum'; Given = [DayOfWeek]::Monday; Text = 'Monday' }, @{ Name = 'flags'; Given = [IO.FileAttributes] 'Hidden, System'; Text = 'Hidden, System' }
        @{ Name = 'a boolean'; Given = $true; Text = 'True' }, @{ Name = 'a character'; Given = [char] '报'; Text = '报' }
        @{ Name = 'a version'; Given = [version] '1.2.3'; Text = '1.2.3' }, @{ Name = 'a semantic version'; Given = [semver] '1.2.3-rc.1'; Text = '1.2.3-rc.1' }
        @{ Name = 'a URL'; Given = [uri] 'https://a.example/b'; Text = 'https://a.example/b' }, @{ Name = 'a time span'; Given = [timespan] '01:02:03'; Text = '01:02:03' }
        @{ Name = 'a GUID'; Given = [guid]::Empty; Text = "$([guid]::Empty)" }, @{ Name = 'an IP address'; Given = [ipaddress] '::1'; Text = '::1' }
        @{ Name = 'a date'; Given = [datetime] '2025-01-02T13:14:15'; Text = '2025/1/2 13:14:15' }, @{ Name = 'a double'; Given = 0.5; Text = '0.5' }
        @{ Name = 'a time with its offset'; Given = [datetimeoffset] '2025-01-02T13:14:15+05:30'; Text = '2025/1/2 13:14:15 +05:30' }
        @{ Name = 'a builder of text'; Given = [Text.StringBuilder]::new('built'); Text = 'built' }
        @{ Name = 'an exception'; Given = [InvalidOperationException]::new('disk full'); Text = 'disk full' }
        @{ Name = 'an error'; Given = [Management.Automation.ErrorRecord]::new([Exception]::new('disk full'), 'id', 'NotSpecified', $null); Text = 'disk full' }
        @{ Name = 'an object with a property Content'; Given = [pscustomobject]@{ Content = 'by name' }; Text = 'by name' }
        @{ Name = 'text with properties'; Given = ('hello' | Add-Member -PassThru -NotePropertyName PSPath -NotePropertyValue x); Text = 'hello' }
    ) {
        Use-Culture zh-CN {
            $Given | Send-WeComText
            $Given | Send-WeComMarkdown -V2
            Send-WeComMarkdown -Content $Given
        }
        Get-ReceivedContent | Should -BeExactly $Text, $Text, $Text
    }

    It 'is sent as its text from a job' {
        Get-Copy ([DayOfWeek]::Monday, [semver] '1.2.3', [Exception]::new('boo'), 'text', [ipaddress] '::1', [version] '1.2') | Send-WeComText -Join
        Get-ReceivedContent | Should -BeExactly "Monday`n1.2.3`nboo`ntext`n::1`n1.2"
    }

    It 'is sent as its text from every stream' {
        & { 'out'; Write-Error err; Write-Warning warn; Write-Verbose verb -Verbose; Write-Information info } *>&1 | Send-WeComText -Join
        Get-ReceivedContent | Should -BeExactly "out`nerr`nwarn`nverb`ninfo"
    }

    It 'can be selected by a script block for each object' {
        [pscustomobject]@{ Id = 7 }, [pscustomobject]@{ Id = 8 } | Send-WeComText -Content { "no. $($_.Id)" }
        Get-ReceivedContent | Should -BeExactly 'no. 7', 'no. 8'
    }

    Context 'of several values' {
        It 'is joined by line breaks: <Name>' -ForEach @(
            @{ Name = 'an array'; Given = 'fix: a', '', 'body'; Text = "fix: a`n`nbody" }
            @{ Name = 'a list'; Given = [Collections.Generic.List[object]] ('a', 1, $null, [DayOfWeek]::Monday); Text = "a`n1`n`nMonday" }
            @{ Name = 'lists in a list'; Given = @('a', @('b', 'c')); Text = "a`nb`nc" }
            @{ Name = 'one'; Given = @('a'); Text = 'a' }, @{ Name = 'numbers'; Given = 1..3; Text = "1`n2`n3" }
        ) {
            Send-WeComText $Given
            Send-WeComMarkdown -V2 -Content $Given
            , $Given | Send-WeComText
            Get-ReceivedContent | Should -BeExactly $Text, $Text, $Text
        }

        It 'can be the lines of a file or of a program''s output' {
            Set-Content TestDrive:/a.txt 'one', '', '二'
            Send-WeComText (Get-Content TestDrive:/a.txt)
            $program, $first = Get-EngineCommand
            Send-WeComText (& $program @first -NoProfile -Command "'x'; ''; 'y'")
            Get-ReceivedContent | Should -BeExactly "one`n`n二", "x`n`ny"
        }

        It 'causes an error if there are no values, as for an empty text' {
            "$(Get-Failure { Send-WeComText @() })" | Should -BeLike '*text.content*empty*'
        }
    }

    Context 'of formatted output' {
        BeforeDiscovery {
            $formats = @(
                @{ Name = 'Format-Table'; Formatted = { Get-Process -Id $PID | Format-Table Id, ProcessName } }
                @{ Name = 'Format-Table -AutoSize'; Formatted = { Get-Command Get-Item, help | Format-Table -AutoSize } }
                @{ Name = 'Format-List'; Formatted = { [pscustomobject]@{ host = 'web*01*'; '状态' = '``` down' } | Format-List } }
                @{ Name = 'Format-Wide'; Formatted = { Get-Verb | Select-Object -First 6 | Format-Wide Verb -Column 3 } }
                @{ Name = 'Format-Custom'; Formatted = { Get-Item $PSScriptRoot | Format-Custom Name } }
                @{ Name = 'groups'; Formatted = { 1..4 | ForEach-Object { [pscustomobject]@{ n = $_; odd = $_ % 2 } } | Format-Table n -GroupBy odd } }
                @{ Name = 'a job'; Formatted = { Get-Copy ([pscustomobject]@{ a = 1; b = 2 } | Format-Table) } }
            )
        }

        It 'is one message, as the shell shows it: <Name>' -ForEach $formats {
            $text = Get-ShellText (& $Formatted)
            & $Formatted | Send-WeComText
            Send-WeComText (& $Formatted)
            & $Formatted | Send-WeComText -Join
            Get-ReceivedContent | Should -BeExactly $text, $text, $text
        }

        It 'is code in Markdown, complete and aligned: <Name>' -ForEach $formats {
            $text = Get-ShellText (& $Formatted)
            & $Formatted | Send-WeComMarkdown -V2
            & $Formatted | Send-WeComMarkdown
            $block, $lines = Get-ReceivedContent
            $fence = ($block -split "`n")[0]
            $fence | Should -Match '^`{3,}$'
            $block | Should -BeExactly "$fence`n$text`n$fence"
            $lines -split "`n" | ForEach-Object { $_ -replace '^(`+)( ?)(.*)\2\1$', '$3' } | Should -BeExactly ($text -split "`n")
        }

        It 'is one message for each complete output' {
            & { [pscustomobject]@{ a = 1 } | Format-Table; 'between'; [pscustomobject]@{ b = 2 } | Format-List } | Send-WeComText
            Get-ReceivedContent | Should -BeExactly "a`n-`n1", 'between', 'b : 2'
        }

        It 'is sent even if the pipeline ends early' {
            [pscustomobject]@{ a = 'x' } | Format-Table | Select-Object -First 3 | Send-WeComText
            Get-ReceivedContent | Should -BeExactly "a`n-`nx"
        }

        It 'has no colors, and does not change the shell''s setting' {
            $rendering = $PSStyle.OutputRendering
            $PSStyle.OutputRendering = 'Ansi'
            try {
                Get-Item $PSScriptRoot | Format-Table Name | Send-WeComText
                $PSStyle.OutputRendering | Should -Be Ansi
            }
            finally { $PSStyle.OutputRendering = $rendering }
            Get-ReceivedContent | Should -BeExactly "Name`n----`npester"
        }
    }

    Context 'that is an object' {
        It 'causes one error that names the two alternatives, and nothing is sent: <Name>' -ForEach @(
            @{ Name = 'a process'; Given = { Get-Process -Id $PID } }, @{ Name = 'many processes'; Given = { Get-Process } }
            @{ Name = 'a hashtable'; Given = { @{ Host = 'web01' } } }, @{ Name = 'a custom object'; Given = { [pscustomobject]@{ a = 1 } } }
            @{ Name = 'a file'; Given = { Get-Item $PSCommandPath } }, @{ Name = 'an entry'; Given = { Get-ChildItem env:PATH } }
            @{ Name = 'XML'; Given = { [xml] '<a/>' } }, @{ Name = 'a culture'; Given = { Get-Culture } }
            @{ Name = 'a copy from a job'; Given = { Get-Copy (Get-Process -Id $PID) } }
            @{ Name = 'bytes'; Given = { , [byte[]] (1, 2) } }, @{ Name = 'an object without properties'; Given = { [object]::new() } }
            @{ Name = 'lines with an object'; Given = { , @('a', (Get-Process -Id $PID)) } }, @{ Name = 'a secret'; Given = { ConvertTo-SecureString x -AsPlainText -Force } }
            @{ Name = 'a list that holds itself'; Given = { $list = [Collections.ArrayList]::new(); [void] $list.Add($list); , $list } }
            @{ Name = 'an object whose Content is one'; Given = { [pscustomobject]@{ Content = @{ a = 1 } } } }
        ) {
            foreach ($sender in { & $Given | Send-WeComText }, { & $Given | Send-WeComText -Join }, { & $Given | Send-WeComMarkdown -V2 }, { Send-WeComMarkdown (& $Given) }) {
                $failure = Get-Failure $sender
                @($failure).Count | Should -Be 1
                $failure.FullyQualifiedErrorId | Should -BeLike 'WeComInvalidMessage,*'
                $failure.Exception.Message | Should -BeLike '*Out-String*ConvertTo-WeComMarkdown*'
            }

            Get-Received $simulator | Should -BeNullOrEmpty
        }

        It 'is named by its type as users write it' {
            "$(Get-Failure { Send-WeComText ([tuple]::Create(1, 'a')) })" | Should -BeLike '*type System.Tuple?int,string? *'
        }

        It 'does not stop other messages, except those that it would be joined with' {
            $process = Get-Process -Id $PID
            $failures = Get-Failure { 'a', $process, @{ a = 1 }, $process, 'b' | Send-WeComText }
            $failures.TargetObject | ForEach-Object { $_.GetType().Name } | Should -Be Process, Hashtable
            Get-Failure { 'c', $process, 'd' | Send-WeComText -Join } | Should -HaveCount 1
            Get-ReceivedContent | Should -BeExactly a, b
        }
    }

    It 'is rejected by the texts of a card if it is formatted output' {
        { New-WeComCard t -Field ([pscustomobject]@{ a = 1 } | Format-Table) -Action https://a.example } | Should -Throw '*Format-Table*'
        { New-WeComCardField a ([pscustomobject]@{ a = 1 } | Format-Table) } | Should -Throw '*Format-Table*'
        { New-WeComCard t -Field ([ordered]@{ a = [pscustomobject]@{ a = 1 } | Format-List }) -Action https://a.example } | Should -Throw '*Format-Table*'
        { New-WeComCard ([pscustomobject]@{ a = 1 } | Format-Wide) -Action https://a.example } | Should -Throw '*Format-Table*'
        { New-WeComArticle t https://a.example -Description @{ a = [pscustomobject]@{ a = 1 } | Format-Table } } | Should -Throw '*Format-Table*'
    }

    It 'is readable in the texts of a card' {
        $card = New-WeComCard ([ordered]@{ a = 1; b = 2 }) -Description ([datetimeoffset] '2025-01-02T13:14:15+05:30') -SubTitle (1, 2) -Action https://a.example
        $card.MainTitle.Title | Should -BeExactly 'a=1; b=2'
        $card.MainTitle.Description | Should -BeLike '*+05:30'
        $card.SubTitle | Should -BeExactly '1; 2'
        (New-WeComCardField 进程 (Get-Process -Id $PID)).Value | Should -Not -Match 'System\.'
    }
}
