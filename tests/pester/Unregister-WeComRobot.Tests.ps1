Describe 'Unregister-WeComRobot' {
    BeforeDiscovery { Import-Module $PSScriptRoot/Robots.psm1 }

    BeforeAll {
        Import-Module $PSScriptRoot/Simulator.psm1, $PSScriptRoot/Robots.psm1
        $outside = $env:XDG_DATA_HOME, $env:WECOM_ROBOT
        $null = Use-DataFolder
        $env:WECOM_ROBOT = $null
        Import-WeComRobot
        $webhook = "https://wecom.example/cgi-bin/webhook/send?key=$([guid]::NewGuid())"
    }

    AfterAll { $env:XDG_DATA_HOME, $env:WECOM_ROBOT = $outside }

    BeforeEach {
        Unregister-WeComRobot *
        'dev', 'ops', 'ops-night' | ForEach-Object { Register-WeComRobot $_ -Webhook $webhook -Default:($_ -eq 'ops') }
    }

    It 'removes <What>, and writes nothing' -ForEach @(
        @{ What = 'one by its name'; Run = { Unregister-WeComRobot OPS }; Left = 'dev', 'ops-night' }
        @{ What = 'several'; Run = { Unregister-WeComRobot ops, dev }; Left = 'ops-night' }
        @{ What = 'those of a pattern'; Run = { Unregister-WeComRobot ops* }; Left = 'dev' }
        @{ What = 'names from the pipeline'; Run = { 'ops', 'dev' | Unregister-WeComRobot }; Left = 'ops-night' }
        @{ What = 'robots from the pipeline'; Run = { Get-WeComRobot ops* | Unregister-WeComRobot }; Left = 'dev' }
        @{ What = 'rows of a table'; Run = { [pscustomobject]@{ Name = 'dev' } | Unregister-WeComRobot }; Left = 'ops', 'ops-night' }
        @{ What = 'nobody, where a pattern fits none'; Run = { Unregister-WeComRobot x* }; Left = 'dev', 'ops', 'ops-night' }
        @{ What = 'nobody, with -WhatIf'; Run = { Unregister-WeComRobot * -WhatIf }; Left = 'dev', 'ops', 'ops-night' }
    ) {
        & $Run *>&1 | Should -BeNullOrEmpty

        (Get-WeComRobot).Name | Sort-Object | Should -Be $Left
    }

    It 'lists the known names in the error about an unknown one, and removes the others' {
        $failure = Get-Failure { Unregister-WeComRobot dev, nobody, ops }

        @($failure).Count | Should -Be 1
        $failure.FullyQualifiedErrorId | Should -BeExactly 'WeComRobotNotFound,WeComRobot.Commands.UnregisterWeComRobotCommand'
        $failure.CategoryInfo.Category | Should -Be ObjectNotFound
        $failure.Exception.Message | Should -BeLike "*no robot 'nobody'*ops*"
        (Get-WeComRobot).Name | Should -BeExactly ops-night
    }

    It 'names each robot that it would remove with -WhatIf' {
        $text = Get-HostText { Unregister-WeComRobot ops* -WhatIf }

        ($text | Select-String '(?m)^What if:.*' -AllMatches).Matches.Count | Should -Be 2
        $text | Should -BeLike '*ops*ops-night*'
    }

    It 'leaves no default if it removes the default robot' {
        Unregister-WeComRobot ops
        $failure = Get-Failure { Send-WeComText hi }

        $failure.FullyQualifiedErrorId | Should -BeLike 'WeComRobotNotFound,*'
    }

    It 'removes robots for all runspaces' {
        $pipeline = New-Pipeline 'Unregister-WeComRobot ops'
        $null = $pipeline.Invoke()
        $pipeline.Dispose()

        (Get-WeComRobot).Name | Sort-Object | Should -Be dev, ops-night
    }

    Context 'a persisted robot' -Skip:(-not (Test-DataFolder)) {
        BeforeAll {
            $folder = Use-DataFolder persisted
        }

        BeforeEach {
            $said = Invoke-Process {
                'dev', 'ops', 'ops-night' | ForEach-Object { Register-WeComRobot $_ -SecretName s -Persist -Default:($_ -eq 'ops') }
            }
            $said | Should -BeNullOrEmpty
        }

        It 'is removed from the file as well' {
            $said = Invoke-Process { Unregister-WeComRobot ops*; (Get-WeComRobot).Name }

            $said | Should -BeExactly dev
            (Invoke-Process { Get-WeComRobot }).Name | Should -BeExactly dev
            Get-Content $folder/robots.json -Raw | Should -Not -BeLike '*ops*'
            (Get-ChildItem $folder -Force).Name | Should -Be robots.json, robots.json.lock
            if (-not $IsWindows) { Get-Mode $folder/robots.json | Should -Be 600 }
        }

        It 'is removed by *, with all others' {
            $null = Invoke-Process { Unregister-WeComRobot * }

            Invoke-Process { Get-WeComRobot } | Should -BeNullOrEmpty
        }

        It 'stays with -WhatIf' {
            $null = Invoke-Process { Unregister-WeComRobot * -WhatIf 6>$null }

            @(Invoke-Process { Get-WeComRobot }).Count | Should -Be 3
        }

        It 'is removed by name together with a robot of this process that has the same name' {
            $said = Invoke-Process {
                param($webhook)
                Register-WeComRobot ops -Webhook $webhook
                Unregister-WeComRobot ops
                (Get-WeComRobot).Name
            } $webhook

            $said | Sort-Object | Should -Be dev, ops-night
            (Invoke-Process { Get-WeComRobot }).Name | Sort-Object | Should -Be dev, ops-night
        }
    }
}
