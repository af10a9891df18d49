Describe 'Get-WeComRobot' {
    BeforeDiscovery { Import-Module $PSScriptRoot/Robots.psm1 }

    BeforeAll {
        Import-Module $PSScriptRoot/Simulator.psm1, $PSScriptRoot/Robots.psm1, $PSScriptRoot/Trace.psm1
        $outside = $env:XDG_DATA_HOME, $env:WECOM_ROBOT
        $null = Use-DataFolder
        $env:WECOM_ROBOT = $null
        Import-WeComRobot
        $key = [guid]::NewGuid().ToString()
        $webhook = "https://wecom.example/cgi-bin/webhook/send?key=$key"
    }

    AfterAll { $env:XDG_DATA_HOME, $env:WECOM_ROBOT = $outside }

    BeforeEach { Unregister-WeComRobot * }

    It 'writes nothing when there is no robot, and creates no folder' {
        Get-WeComRobot *>&1 | Should -BeNullOrEmpty
        Get-WeComRobot * *>&1 | Should -BeNullOrEmpty
        $env:XDG_DATA_HOME | Should -Not -Exist
    }

    Context 'with several robots' {
        BeforeEach {
            Register-WeComRobot ops -Webhook $webhook -Default
            Register-WeComRobot ops-night -Webhook ([guid]::NewGuid().ToString())
            Register-WeComRobot dev -SecretName wecom-dev
        }

        It 'writes all' {
            (Get-WeComRobot).Name | Sort-Object | Should -Be dev, ops, ops-night
        }

        It 'writes those that match <Name>' -ForEach @(
            @{ Name = 'OPS'; Expected = 'ops' }
            @{ Name = 'ops*'; Expected = 'ops', 'ops-night' }
            @{ Name = 'ops', 'd*'; Expected = 'dev', 'ops' }
            @{ Name = '[d]e?'; Expected = 'dev' }
        ) {
            (Get-WeComRobot $Name).Name | Sort-Object | Should -Be $Expected
            (Get-WeComRobot -Name $Name).Name | Sort-Object | Should -Be $Expected
        }

        It 'writes nothing for a pattern without matches' {
            Get-WeComRobot x* *>&1 | Should -BeNullOrEmpty
        }

        It 'lists the known names in the error about an unknown one, and writes the others' {
            $robots = Get-WeComRobot ops, nobody, dev -ErrorVariable failure -ErrorAction SilentlyContinue

            $robots.Name | Sort-Object | Should -Be dev, ops
            @($failure).Count | Should -Be 1
            $failure.FullyQualifiedErrorId | Should -BeExactly 'WeComRobotNotFound,WeComRobot.Commands.GetWeComRobotCommand'
            $failure.CategoryInfo.Category | Should -Be ObjectNotFound
            $failure.Exception.Message | Should -BeLike "*no robot 'nobody'*dev, ops, ops-night*"
        }
    }

    It 'reports that there is no robot when a name is given' {
        $failure = Get-Failure { Get-WeComRobot ops }

        $failure.FullyQualifiedErrorId | Should -BeLike 'WeComRobotNotFound,*'
        $failure.Exception.Message | Should -BeLike '*No robot is registered*'
    }

    It 'never shows a mistyped key' {
        $trace = Get-Trace ([scriptblock]::Create("Get-WeComRobot '${key}0'; Get-WeComRobot $key; Unregister-WeComRobot $key"))

        $trace.'Out-String' | Should -Match '(?s)no robot.*no robot.*no robot'
        Find-Key $trace $key | Should -BeNullOrEmpty
    }

    It 'shows what was registered, but not the key' {
        Register-WeComRobot ops -Webhook $webhook -Default -Proxy http://proxy.example:8080 -RateLimit 7
        $robot = Get-WeComRobot

        $robot | Should -BeOfType WeComRobot.Robots.RobotInfo
        $robot.Name, $robot.Address, $robot.IsDefault, $robot.IsPersisted, $robot.RateLimit, $robot.AllowHttp |
            Should -Be ops, (Get-Address $webhook), $true, $false, 7, $false
        "$($robot.Proxy)" | Should -BeExactly http://proxy.example:8080/
        $robot.SecretName ?? $robot.Vault ?? $robot.BaseUri | Should -BeNullOrEmpty
        $robot | Get-Member -MemberType Property | ForEach-Object Name |
            Should -Be Address, AllowHttp, BaseUri, IsDefault, IsPersisted, Name, Proxy, QuietHours, RateLimit, SecretName, TimeZone, Vault
    }

    It 'prints name and address' {
        Register-WeComRobot ops -Webhook $webhook

        Get-WeComRobot | Out-String -Width 120 | Should -Match "Name[\s\S]*ops[\s\S]*$([regex]::Escape((Get-Address $webhook)))"
    }

    It 'prints in a string with the name first' {
        Register-WeComRobot ops -Webhook $webhook -Default -Proxy http://proxy.example:8080 -RateLimit 7

        "$(Get-WeComRobot)" | Should -BeExactly ("RobotInfo { Name = ops, Address = $(Get-Address $webhook), IsDefault = True, IsPersisted = False, " +
            'SecretName = , Vault = , BaseUri = , Proxy = http://proxy.example:8080/, RateLimit = 7, QuietHours = , TimeZone = , AllowHttp = False }')
    }

    It 'writes nothing from which the key could be read' {
        $arguments = @{ Proxy = 'http://proxy.example:8080'; ProxyCredential = New-Credential user open-sesame-1234 }
        Register-WeComRobot ops -Webhook $webhook @arguments
        Register-WeComRobot dev -Webhook (ConvertTo-SecureString $webhook -AsPlainText) -BaseUri https://wecom.example/x -PassThru
        $robots = Get-WeComRobot
        $file = Join-Path (Get-PSDrive TestDrive).Root robots.xml
        $robots | Export-Clixml $file -Depth 8
        $trace = @{
            'Out-String'    = $robots | Out-String -Width 1000
            'Format-List'   = $robots | Format-List * -Force | Out-String -Width 1000
            'Format-Custom' = $robots | Format-Custom * -Depth 8 | Out-String -Width 1000
            'JSON'          = $robots | ConvertTo-Json -Depth 8
            'Export-Clixml' = Get-Content $file -Raw
            'Export-Csv'    = $robots | ConvertTo-Csv
            'text'          = "$robots $($robots[0])"
            'members'       = $robots | ForEach-Object { $_.PSObject.Members | Where-Object MemberType -Like *Property | ForEach-Object { "$($_.Name) $($_.Value)" } }
        }

        Find-Key $trace $key, open-sesame-1234 | Should -BeNullOrEmpty
    }

    It 'writes robots that the senders accept' {
        $simulator = Start-Simulator
        Register-WeComRobot ops -Webhook $simulator.Webhook
        Send-WeComText hi -Robot (Get-WeComRobot ops)
        $received = Get-Received $simulator
        Stop-Simulator $simulator

        $received.key | Should -BeExactly $simulator.Key
    }

    It 'finds what another process persisted, and reads the file once' -Skip:(-not (Test-DataFolder)) {
        $folder = Use-DataFolder persisted
        $null = Invoke-Process { Register-WeComRobot ops -SecretName wecom-ops -Persist }
        $said = Invoke-Process {
            param($file)
            (Get-WeComRobot ops).Address
            Set-Content $file '{'
            (Get-WeComRobot ops).Address
        } $folder/robots.json
        $null = Use-DataFolder

        $said | Should -BeExactly "secret 'wecom-ops'", "secret 'wecom-ops'"
    }

    It 'warns about an unreadable file, moves it aside and continues' -Skip:(-not (Test-DataFolder)) {
        $folder = Use-DataFolder unreadable
        $null = New-Item $folder -ItemType Directory -Force
        Set-Content $folder/robots.json '{"half' -NoNewline
        $said = Invoke-Process { Get-WeComRobot; Get-WeComRobot }
        $left = Get-ChildItem $folder
        $content = $left | Get-Content
        $null = Use-DataFolder

        $said.Stream | Should -Be warning
        $said.Message | Should -BeLike "*$(Join-Path $folder robots.json.bad-)*"
        $left.Name | Should -BeLike 'robots.json.bad-*'
        $content | Should -BeExactly '{"half'
    }
}
