Describe 'ConvertTo-WeComMarkdown with more than one message' {
    BeforeAll {
        Import-Module $PSScriptRoot/Simulator.psm1
        Import-WeComRobot
        function Get-Bytes([string] $Text) { [System.Text.Encoding]::UTF8.GetByteCount($Text) }
    }

    It 'streams 100,000 objects as <As>: every row once and in order, each text full but within 4096 bytes, in constant memory' -ForEach @(
        @{ As = 'Table'; Head = '| Id | Name |', '| ---: | :--- |'; Row = '| {0} | 主机{0}\|🚨 |' }
        @{ As = 'List'; Head = @(); Row = "- Id: {0}`n  - Name: 主机{0}|🚨" }
    ) {
        $seen = @{ Next = 1; Texts = 0; Wrong = [System.Collections.Generic.List[string]]::new() }
        $start = [GC]::GetTotalMemory($true)
        $grown = [System.Collections.Generic.List[long]]::new()

        1..100000 | ForEach-Object { [pscustomobject]@{ Id = $_; Name = "主机$_|🚨" } } | ConvertTo-WeComMarkdown -Title 清单 -As $As | ForEach-Object {
            $title = if ($seen.Texts -eq 0) { '# 清单', '' } else { @() }
            $fixed = @($title) + $Head
            # The expected text has the same number of rows, beginning with the next one
            $count = (($_ -split "`n").Count - $fixed.Count) / ($Row -split "`n").Count
            $rows = foreach ($id in $seen.Next..($seen.Next + $count - 1)) { $Row -f $id }
            $bytes = Get-Bytes $_
            $seen.Next += $count
            if ($_ -cne (($fixed + $rows) -join "`n")) { $seen.Wrong.Add("text $($seen.Texts): rows") }
            if ($bytes -gt 4096) { $seen.Wrong.Add("text $($seen.Texts): $bytes bytes") }
            # One byte is for the line break, and one for the line break that another row would add
            if ($seen.Next -le 100000 -and $bytes + (Get-Bytes ($Row -f $seen.Next)) + 2 -le 4096) { $seen.Wrong.Add("text $($seen.Texts): not full") }
            if ($seen.Texts++ % 200 -eq 199) { $grown.Add([GC]::GetTotalMemory($true) - $start) }
        }

        $seen.Wrong | Select-Object -First 3 | Should -BeNullOrEmpty
        $seen.Next | Should -Be 100001
        $grown.Count | Should -BeGreaterThan 2
        ($grown | Measure-Object -Maximum).Maximum | Should -BeLessThan 20MB
    }

    It 'writes a row that is too long for a message as a text of its own, unbroken: <As>' -ForEach @{ As = 'Table' }, @{ As = 'List' } {
        $objects = 'first', ('长' * 2000), 'last' | ForEach-Object { [pscustomobject]@{ Text = $_ } }
        $texts = @($objects | ConvertTo-WeComMarkdown -As $As -WarningVariable warning)

        $texts.Count | Should -Be 3
        $texts[0] | Should -BeLike '*first*'
        $texts[1] | Should -BeLike "*$('长' * 2000)*"
        $texts[2] | Should -BeLike '*last*'
        # Send-WeComMarkdown splits such a text
        $warning | Should -BeNullOrEmpty
    }
}
