# What -Field accepts in place of rows from New-WeComCardField.
Describe 'New-WeComCard -Field' {
    BeforeAll {
        Import-Module $PSScriptRoot/Simulator.psm1, $PSScriptRoot/Samples.psm1, $PSScriptRoot/Cards.psm1
        Import-WeComRobot
        $simulator = Start-Simulator

        # Each row as "name=value"
        function Get-Row($Field) {
            foreach ($row in (New-WeComCard t -Action https://example.com -Field $Field).Fields) { "$($row.Name)=$($row.Value)" }
        }
    }

    AfterAll { Stop-Simulator $simulator }

    It 'turns each entry of an ordered hashtable into a row, in order' {
        Get-Row ([ordered]@{ 主机 = 'web01'; 环境 = 'prod'; Name = 'n'; Value = 'v'; 1 = 'one' }) |
            Should -Be 主机=web01, 环境=prod, Name=n, Value=v, 1=one
    }

    It 'turns each property of an object into a row, in order: <Name>' -ForEach @(
        @{ Name = 'a custom object'; Given = { [pscustomobject]@{ b = 'x'; a = 'y' } }; Rows = 'b=x', 'a=y' }
        @{ Name = 'selected ones'; Given = { Get-Item $PSCommandPath | Select-Object Name, Exists }; Rows = 'Name=CardFields.Tests.ps1', 'Exists=True' }
        @{ Name = 'calculated ones'; Given = { Get-Process -Id $PID | Select-Object @{ n = '进程'; e = { $_.Id } } }; Rows = "进程=$PID" }
    ) {
        Get-Row (& $Given) | Should -Be $Rows
    }

    It 'accepts a mixed list of these, in order, as <Name>' -ForEach @(
        @{ Name = 'an array'; List = { , $rows } }
        @{ Name = 'an ArrayList'; List = { , [System.Collections.ArrayList] $rows } }
        @{ Name = 'a generic list'; List = { , [System.Collections.Generic.List[object]] $rows } }
        @{ Name = 'the output of a pipeline'; List = { $rows | Where-Object { $true } } }
    ) {
        $rows = (New-WeComCardField a 1), [ordered]@{ b = 2; c = 3 }, [pscustomobject]@{ d = 4 }, (New-WeComCardField e 5)
        Get-Row (& $List) | Should -Be a=1, b=2, c=3, d=4, e=5
    }

    It 'accepts a generic list of rows' {
        Get-Row ([System.Collections.Generic.List[WeComRobot.Messages.Cards.CardField]] @((New-WeComCardField a 1), (New-WeComCardField b 2))) |
            Should -Be a=1, b=2
    }

    It 'turns an upload into an attachment with its file name, which the service accepts' {
        $robot = Get-Webhook $simulator
        $media = Publish-WeComMedia (New-TestFile 日志.txt (1..6)) -Robot $robot
        New-WeComCard t -Action https://example.com -Field ([ordered]@{ 附件 = $media }), ([pscustomobject]@{ also = $media }) |
            Send-WeComCard -Robot $robot

        $list = (Get-Received $simulator).Payload.template_card.horizontal_content_list
        $list.keyname | Should -Be 附件, also
        $list.value | Should -Be 日志.txt, 日志.txt
        $list.type | Should -Be 2, 2
        $list.media_id | Should -Be $media.MediaId, $media.MediaId
    }

    It 'turns a Uri into a link' {
        $field = (New-WeComCard t -Action https://example.com -Field @{ 网站 = [uri] 'https://example.com/报告?a=1' }).Fields

        $field | Should -Be (New-WeComCardField 网站 example.com -Url 'https://example.com/报告?a=1')
    }

    It 'formats values as <Culture> does' -ForEach @(
        @{ Culture = 'de-DE'; Number = '1234,5'; Date = '02.01.2025 13:14:15' }
        @{ Culture = 'zh-CN'; Number = '1234.5'; Date = '2025/1/2 13:14:15' }
    ) {
        Use-Culture $Culture {
            Get-Row ([ordered]@{ number = 1234.5; date = [datetime] '2025-01-02T13:14:15' }), ([pscustomobject]@{ again = 1234.5 })
        } | Should -Be "number=$Number", "date=$Date", "again=$Number"
    }

    It 'shows only the name of a row whose value is $null' {
        Get-CardJson horizontal_content_list (New-WeComCardAction u) -With @{ Field = [ordered]@{ a = $null } } |
            Should -BeExactly '[{"keyname":"a"}]'
    }

    It 'adds no rows for an empty <Name>' -ForEach @(@{ Name = 'list'; Given = @() }, @{ Name = 'hashtable'; Given = @{} }) {
        Get-Row $Given | Should -BeNullOrEmpty
    }

    It 'does not bind <Name>, which has no names' -ForEach @(
        @{ Name = '$null'; Given = $null }, @{ Name = 'a text'; Given = 'hello' }, @{ Name = 'a number'; Given = 5 }
        @{ Name = 'texts'; Given = 'a', 'b' }, @{ Name = 'a row and $null'; Given = @{ a = 1 }, $null }
    ) {
        { New-WeComCard t -Action https://example.com -Field $Given } |
            Should -Throw -ErrorId 'ParameterArgumentTransformationError,*' -ExpectedMessage '*Field*'
    }

    It 'counts the rows in the error when there are too many, as of a whole object' {
        "$(Get-Failure { New-WeComCard t -Action https://example.com -Field (Get-Item $PSCommandPath) })" |
            Should -BeLike '*horizontal_content_list has * entries*0 to 6*New-WeComCard -Field*'
    }
}
