Describe 'A persisted robot' {
    BeforeDiscovery { Import-Module $PSScriptRoot/Robots.psm1 }

    BeforeAll {
        Import-Module $PSScriptRoot/Simulator.psm1, $PSScriptRoot/Robots.psm1, $PSScriptRoot/State.psm1
        $outside = $env:XDG_DATA_HOME, $env:WECOM_ROBOT
        $null = Use-DataFolder
        $env:WECOM_ROBOT = $null
        Import-WeComRobot
        $simulator = Start-Simulator
    }

    AfterAll {
        $env:XDG_DATA_HOME, $env:WECOM_ROBOT = $outside
        Stop-Simulator $simulator
    }

    BeforeEach {
        Unregister-WeComRobot *
        Clear-Simulator $simulator
        $webhook = Get-Webhook $simulator
        $key = $webhook.Split('=')[1]
    }

    Context '-Persist' -Skip:(-not (Test-DataFolder)) {
        BeforeEach { $folder = Use-DataFolder (New-Guid) }

        It 'writes no key: it accepts a secret only' {
            $said = Invoke-Process {
                param($webhook)
                Register-WeComRobot ops -Webhook $webhook -Persist
                Get-WeComRobot
            } $webhook

            $said.Id | Should -BeExactly WeComInvalidAddress
            $said.Message | Should -BeLike '*never written to disk*SecretName*'
            $folder | Should -Not -Exist
        }

        It 'writes no proxy password, given <_>' -ForEach 'as a credential', 'in its URL' {
            $said = Invoke-Process {
                param($helpers, $given)
                Import-Module $helpers
                $proxy = $given -eq 'as a credential' ? @{ ProxyCredential = New-Credential user open-sesame; Proxy = 'http://proxy.example:8080' }
                    : @{ Proxy = 'http://user:open-sesame@proxy.example:8080' }
                Register-WeComRobot ops -SecretName s @proxy -Persist
                Get-WeComRobot
            } "$PSScriptRoot/Robots.psm1", $_

            $said.Id | Should -BeExactly WeComInvalidAddress
            $said | Format-List * -Force | Out-String | Should -Not -BeLike '*open-sesame*'
            $folder | Should -Not -Exist
        }

        It 'passes all settings on to the next process' {
            $given = Invoke-Process {
                Register-WeComRobot ops -SecretName wecom-ops -Vault v -BaseUri https://wecom.example/x/ -Proxy http://proxy.example:8080 -RateLimit 7 -QuietHours 22:00-07:00, Sat -TimeZone Asia/Shanghai -AllowHttp -Default -Persist
                Register-WeComRobot dev -SecretName wecom-dev -Persist -PassThru
            }
            $found = Invoke-Process { Get-WeComRobot }

            $given.IsPersisted | Should -BeTrue
            $found.Name | Sort-Object | Should -Be dev, ops
            $ops = $found | Where-Object Name -EQ ops
            $ops.Address | Should -BeExactly "secret 'wecom-ops' in vault 'v'"
            $ops.SecretName, $ops.Vault, $ops.RateLimit, $ops.AllowHttp, $ops.IsDefault, $ops.IsPersisted |
                Should -Be wecom-ops, v, 7, $true, $true, $true
            $ops.QuietHours, $ops.TimeZone | Should -Be '22:00-07:00, Sat', Asia/Shanghai
            "$($ops.BaseUri)", "$($ops.Proxy)" | Should -Be https://wecom.example/x/, http://proxy.example:8080/
            ($found | Where-Object Name -EQ dev).IsDefault | Should -BeFalse
        }

        It 'writes a file that only the user can read, and leaves no other file' {
            $null = Invoke-Process {
                Register-WeComRobot ops -SecretName wecom-ops -Persist
                Register-WeComRobot dev -SecretName wecom-dev -Persist
            }

            (Get-ChildItem $folder -Force).Name | Should -Be robots.json, robots.json.lock
            if (-not $IsWindows) { Get-Mode $folder/robots.json, $folder | Should -Be 600, 700 }
            Get-Content $folder/robots.json -Raw | Test-Json | Should -BeTrue
        }

        It 'removes the access of others to an existing file' -Skip:$IsWindows {
            $null = Invoke-Process {
                param($file)
                Register-WeComRobot ops -SecretName wecom-ops -Persist
                (Get-Item $file).UnixFileMode = 'UserRead, UserWrite, GroupRead, OtherRead'
                Register-WeComRobot dev -SecretName wecom-dev -Persist
            } $folder/robots.json

            Get-Mode $folder/robots.json | Should -Be 600
        }

        It 'writes nothing with -WhatIf' {
            $null = Invoke-Process { Register-WeComRobot ops -SecretName wecom-ops -Persist -WhatIf }

            $folder | Should -Not -Exist
        }

        It 'keeps what other processes write at the same time' {
            $running = 'a', 'b' | ForEach-Object {
                Start-Script {
                    param($prefix, $helpers, $ready)
                    Import-Module $helpers
                    Set-Content "$ready/$prefix.ready" ''
                    $null = Wait-For { (Test-Path $ready/a.ready) -and (Test-Path $ready/b.ready) }
                    1..20 | ForEach-Object { Register-WeComRobot "$prefix$_" -SecretName s -Persist }
                } $_, "$PSScriptRoot/Robots.psm1", (Get-PSDrive TestDrive).Root
            }
            $said = -join ($running | ForEach-Object { Wait-Script $_ })

            $said | Should -BeNullOrEmpty
            @(Invoke-Process { Get-WeComRobot }).Count | Should -Be 40
        }

        It 'keeps what other runspaces write at the same time' {
            $said = Invoke-Process {
                param($simulator)
                1..12 | ForEach-Object -ThrottleLimit 4 -Parallel {
                    if (-not (Get-Module WeComRobot)) { Import-Module $using:simulator; Import-WeComRobot }
                    Register-WeComRobot "r$_" -SecretName s -Persist
                }
            } "$PSScriptRoot/Simulator.psm1"

            $said | Should -BeNullOrEmpty
            @(Invoke-Process { Get-WeComRobot }).Count | Should -Be 12
        }

        It 'does not replace a file that cannot be read at the moment' {
            $null = Invoke-Process { Register-WeComRobot ops -SecretName wecom-ops -Persist }
            $held = [System.IO.File]::Open("$folder/robots.json", 'Open', 'ReadWrite', 'None')
            try { $said = Invoke-Process { Register-WeComRobot dev -SecretName wecom-dev -Persist } } finally { $held.Dispose() }

            $said.Stream | Should -Contain error
            (Invoke-Process { Get-WeComRobot }).Name | Should -Contain ops
        }

        It 'is replaced in this process by a robot of the same name that is not persisted' {
            $null = Invoke-Process { Register-WeComRobot ops -SecretName wecom-ops -Persist }
            $address = Invoke-Process {
                param($webhook)
                Register-WeComRobot ops -Webhook $webhook
                (Get-WeComRobot ops).Address
            } $webhook

            $address | Should -BeExactly (Get-Address $webhook)
            (Invoke-Process { Get-WeComRobot ops }).SecretName | Should -BeExactly wecom-ops
        }

        It 'causes an error if the folder cannot be created, and is not registered' {
            $null = New-Item $folder -ItemType File -Value 'a file' -Force
            $said = Invoke-Process {
                Register-WeComRobot ops -SecretName wecom-ops -Persist
                Get-WeComRobot
            }

            $said.Id | Should -BeLike 'WeCom*'
            $said.Message | Should -BeLike "*$folder*"
        }

        It 'moves a file with <What> aside, says where, and loses nothing' -ForEach @(
            @{ What = 'nothing'; Content = '' }
            @{ What = 'half of what it held'; Content = '[{"Name":"ops","SecretNa' }
            @{ What = 'another program''s JSON'; Content = '{"colour":"red"}' }
            @{ What = 'a list of numbers'; Content = '[1,2]' }
            @{ What = 'null'; Content = 'null' }
            @{ What = 'a list of nothing'; Content = '[null]' }
            @{ What = 'a robot without a secret'; Content = '[{"Name":"dev"}]' }
            @{ What = 'a robot with a key'; Content = '[{"Name":"dev","SecretName":"s","Webhook":"x"}]' }
            @{ What = 'a name that is none'; Content = '[{"Name":"a b","SecretName":"s"}]' }
            @{ What = 'a number that is none'; Content = '[{"Name":"dev","SecretName":"s","RateLimit":0}]' }
            @{ What = 'no text'; Content = "`0`u{1}`u{fffd}" }
        ) {
            $null = New-Item $folder -ItemType Directory -Force
            Set-Content $folder/robots.json $Content -NoNewline
            $said = Invoke-Process { Register-WeComRobot ops -SecretName wecom-ops -Persist }

            $aside = Get-Item $folder/robots.json.bad-*
            $said.Stream | Should -Be warning
            $said.Message | Should -BeLike "*$($aside.Name)*"
            "$(Get-Content $aside -Raw)" | Should -BeExactly $Content
            (Get-Content $folder/robots.json -Raw | ConvertFrom-Json).Name | Should -Be ops
        }

        It 'keeps each of several files that were moved aside' {
            $null = New-Item $folder -ItemType Directory -Force
            $said = Invoke-Process {
                param($folder)
                foreach ($content in 'one', 'two', 'three') {
                    Set-Content $folder/robots.json $content -NoNewline
                    Register-WeComRobot $content -SecretName s -Persist
                }
            } $folder

            @($said).Count | Should -Be 3
            Get-Content $folder/robots.json.bad-* | Sort-Object | Should -Be one, three, two
        }

        It 'does not touch the file at import' {
            $null = New-Item $folder -ItemType Directory -Force
            Set-Content $folder/robots.json '{' -NoNewline
            $said = Invoke-Process { Get-Command Send-WeComText | Out-Null }

            $said | Should -BeNullOrEmpty
            (Get-ChildItem $folder).Name | Should -Be robots.json
        }

        It 'does not read the file if a webhook is given' {
            $null = New-Item $folder -ItemType Directory -Force
            Set-Content $folder/robots.json '{' -NoNewline
            $said = Invoke-Process { param($webhook) Send-WeComText hi -Robot $webhook } $webhook

            $said | Should -BeNullOrEmpty
            (Get-ChildItem $folder).Name | Should -Be robots.json
        }
    }
}
