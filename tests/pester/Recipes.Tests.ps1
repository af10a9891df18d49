# Runs the scripts of docs/recipes and the action .github/actions/send-wecom as the pages show them.
Describe 'A recipe' {
    BeforeDiscovery {
        $root = Split-Path (Split-Path $PSScriptRoot)
        $pages = Get-ChildItem $root/docs/recipes -Filter *.md | ForEach-Object { @{ Page = $_.Name } }
        $scripts = Get-ChildItem $root/docs/recipes, $root/.github/actions/send-wecom -Filter *.ps1 | ForEach-Object { @{ Name = $_.Name; Path = $_.FullName } }
        # The tests that need these are skipped if they are missing
        $yaml = try { python3 -c 'import yaml' 2>$null; $LASTEXITCODE -eq 0 } catch { $false }
        $analyzer = [bool] (Get-Module PSScriptAnalyzer -ListAvailable)
    }

    BeforeAll {
        Import-Module $PSScriptRoot/Simulator.psm1, $PSScriptRoot/Recipes.psm1, $PSScriptRoot/Engine.psm1
        $root = Split-Path (Split-Path $PSScriptRoot)
        $recipes = "$root/docs/recipes"
        $simulator = Start-Simulator -Key (1..200 | ForEach-Object { [guid]::NewGuid().ToString() })
    }

    AfterAll { Stop-Simulator $simulator }

    BeforeEach {
        Clear-Simulator $simulator
        $robot = Get-Webhook $simulator
        $key = $robot -replace '.*='
    }

    It 'that showed the key would be detected' {
        $run = Invoke-Pwsh '-Command', '"posting to $env:WECOM_ROBOT"' @{ WECOM_ROBOT = $robot }

        { Assert-NoKey $key $run.Output } | Should -Throw
    }

    Context 'page <Page>' -ForEach $pages {
        BeforeAll { $text = Get-Content $recipes/$Page -Raw }

        It 'shows each script and template of its folder unchanged' {
            $named = [regex]::Matches($text, '\]\((?<file>[\w.-]+\.(ps1|psm1|yml|sh))\)') | ForEach-Object { $_.Groups['file'].Value } | Sort-Object -Unique
            foreach ($file in $named) {
                $text.Contains("`n" + (Get-Content $recipes/$file -Raw).Trim() + "`n``````") | Should -BeTrue -Because "$file is shown"
            }
        }

        It 'links only to existing files' {
            foreach ($link in [regex]::Matches(($text -replace '(?ms)^```.*?^```'), '\]\((?!https?:)(?<path>[^)#]+)[^)]*\)')) {
                Join-Path $recipes $link.Groups['path'].Value | Should -Exist
            }
        }

        It 'gives the action and the template only inputs that they have' {
            $takes = @{
                with       = [regex]::Matches((Get-Content $root/.github/actions/send-wecom/action.yml -Raw), '(?m)^  ([\w-]+):$')
                parameters = [regex]::Matches((Get-Content $recipes/azure-devops-steps.yml -Raw), '- name: (\w+)')
            }
            $uses = [regex]::Matches($text, '(?m)(send-wecom|azure-devops-steps\.yml)\n(?<indent> +)(?<what>with|parameters):\n(?<given>(\k<indent>  .*\n)+)')
            foreach ($use in $uses) {
                $known = $takes[$use.Groups['what'].Value] | ForEach-Object { $_.Groups[1].Value }
                foreach ($given in [regex]::Matches($use.Groups['given'].Value, "(?m)^$($use.Groups['indent'].Value)  ([\w-]+):")) {
                    $given.Groups[1].Value | Should -BeIn $known
                }
            }
            $uses.Count | Should -Be ([regex]::Matches($text, '(uses|template): .*(send-wecom|azure-devops-steps)').Count)
        }

        It 'has valid YAML' -Skip:(-not $yaml) {
            foreach ($block in [regex]::Matches($text, '(?ms)^```yaml\n(.*?)^```') | ForEach-Object { $_.Groups[1].Value }) {
                $said = $block | python3 -c 'import sys, yaml; yaml.safe_load(sys.stdin)' 2>&1
                $LASTEXITCODE | Should -Be 0 -Because "$said"
            }
        }
    }

    It 'is valid YAML: <_>' -ForEach '.github/actions/send-wecom/action.yml', 'docs/recipes/azure-devops-steps.yml' -Skip:(-not $yaml) {
        $said = python3 -c 'import sys, yaml; yaml.safe_load(open(sys.argv[1]))' $root/$_ 2>&1

        $LASTEXITCODE | Should -Be 0 -Because "$said"
    }

    Context 'script <Name>' -ForEach $scripts {
        It 'is ASCII, so that Windows PowerShell can read it without a BOM' {
            [System.IO.File]::ReadAllText($Path) | Should -Not -Match '[^\x00-\x7f]'
        }

        It 'runs in the PowerShell version that it requires' -Skip:(-not $analyzer) {
            $version = (Get-Content $Path | Select-String '^#Requires -Version (\d\.\d)').Matches.Groups[1].Value
            $version | Should -BeIn '5.1', '7.4'
            $versions = $version -eq '5.1' ? '5.1', '7.0' : '7.0'

            Invoke-ScriptAnalyzer $Path -Settings @{
                IncludeRules = @('PSUseCompatibleSyntax', 'PSAvoidUsingCmdletAliases'; if ($Name -notlike '*.Tests.ps1') { 'PSUseDeclaredVarsMoreThanAssignments' })
                Rules        = @{ PSUseCompatibleSyntax = @{ Enable = $true; TargetVersions = $versions } }
            } | Out-String | Should -BeNullOrEmpty
        }
    }

    Context 'of a shell''s pipe' -Skip:(-not (Get-Command sh -ErrorAction Ignore)) {
        It 'sends <Sends> with command <Command> of the page, and prints "<Says>"' -ForEach @(
            @{ Command = 0; Sends = "l1`nl2"; Says = '' }
            @{ Command = 1; Sends = $null; Says = 'nothing was sent' }
            @{ Command = 2; Sends = "l1`nl2"; Says = '' }
            @{ Command = 3; Sends = "nightly`n*/*"; Says = '' }
        ) {
            $commands = [regex]::Matches((Get-Content $recipes/shell-pipe.md -Raw), '(?ms)^```sh\n(.*?)^```') | ForEach-Object { $_.Groups[1].Value }
            $program, $first = Get-EngineCommand
            $line = $commands[$Command] -replace 'pwsh ', "$(@($program) + $first | ForEach-Object { "'$_'" }) " -replace "-Command '", "-Command 'Import-Module `$env:MODULE; "
            $script = New-TemporaryFile
            Set-Content $script $line
            $env:WECOM_ROBOT, $env:MODULE, $env:JOB = $robot, (Get-ModulePath), 'nightly'
            try { $said = sh $script 2>$null } finally { $env:WECOM_ROBOT = $env:MODULE = $env:JOB = $null }

            "$said".Trim() | Should -Be $Says
            (Get-Received $simulator).Payload.text.content | Should -BeLike $Sends
        }

        It 'watches the command of the page''s crontab, ends with its exit code, and tells of failures and their end' {
            $backup = "$TestDrive/backup.sh"
            $program, $first = Get-EngineCommand
            $line = [regex]::Match((Get-Content $recipes/shell-pipe.md -Raw), '(?m)^5 6 \* \* \* (.*Watch-WeComCommand.*)$').Groups[1].Value
            $line = $line.Replace('/usr/bin/pwsh', "$(@($program) + $first | ForEach-Object { "'$_'" })").Replace('/usr/local/bin/backup.sh', $backup).
                Replace("-Command '", "-Command 'Import-Module `$env:MODULE; Register-WeComRobot ops -Webhook `$env:WECOM_ROBOT; ")
            $script = New-TemporaryFile
            Set-Content $script $line
            $env:WECOM_ROBOT, $env:MODULE = $robot, (Get-ModulePath)
            try {
                $runs = foreach ($code in 7, 7, 0) {
                    Set-Content $backup '#!/bin/sh', 'echo 412 GB', "exit $code"
                    chmod +x $backup
                    @{ Output = sh $script 2>$null; ExitCode = $LASTEXITCODE }
                }
            }
            finally { $env:WECOM_ROBOT = $env:MODULE = $null }

            $runs.ExitCode | Should -Be 7, 7, 0
            $runs.Output | Should -Be (, '412 GB' * 3)
            $told = (Get-Received $simulator).Payload.markdown.content
            $told | Should -HaveCount 3
            $told[1] | Should -BeLike '*backup failed*Exit code: 7*Fired 2 times*412 GB*'
            $told[2] | Should -BeLike '*Resolved: backup succeeded*'
        }
    }

    It 'runs the step of <Page> that watches a command as its host does' -ForEach @(
        @{ Page = 'github-actions.md'; Invoke = 'Invoke-RunnerStep'; Named = 'build of org/app'; Link = 'https://github.com/org/app/actions/runs/7' }
        @{ Page = 'azure-devops.md'; Invoke = 'Invoke-AgentStep'; Named = 'build of app'; Link = 'https://dev.azure.com/org/app/_build/results?buildId=7' }
    ) {
        $step = [regex]::Match((Get-Content $recipes/$Page -Raw), '(?m)^[ -]+(?:run|script): \|\n((?: +.*\n)*? +Watch-WeComCommand.*\n)').Groups[1].Value
        $step = $step -replace '(?m)^ +' -replace '(?<=Import-Module ).*', "'$(Get-ModulePath)'"
        $given = @{
            WECOM_ROBOT = $robot; WECOM_STATE_DIR = "$TestDrive/$(New-Guid)"
            GITHUB_REPOSITORY = 'org/app'; GITHUB_SERVER_URL = 'https://github.com'; GITHUB_RUN_ID = 7
            BUILD_DEFINITIONNAME = 'app'; SYSTEM_COLLECTIONURI = 'https://dev.azure.com/org/'; SYSTEM_TEAMPROJECT = 'app'; BUILD_BUILDID = 7
        }
        $program, $first = Get-EngineCommand
        $shell = "& $(@($program) + $first | ForEach-Object { "'$_'" }) -NoProfile"
        $runs = "$shell -Command '`"linking`"; exit 3'", 'throw "no compiler"', '"linked"' | ForEach-Object { & $Invoke $step.Replace('{ make }', "{ $_ }") $given }

        # Such a shell ends with 1, whatever code the step's script ends with
        $runs.ExitCode | Should -Be 1, 1, 0
        $runs[0].Output | Should -BeLike '*linking*'
        $told = (Get-Received $simulator).Payload.markdown.content
        $told | Should -HaveCount 3
        $told[0] | Should -BeLike "*Warning: $Named failed*Exit code: 3*linking*$Link*"
        $told[1] | Should -BeLike "*$Named failed*Fired 2 times*no compiler*"
        $told[2] | Should -BeLike "*Resolved: $Named succeeded*"
        Assert-NoKey $key ($runs.Output)
    }

    Context 'of GitHub Actions' {
        It 'sends a text with its mentions and reports it' {
            $run = Invoke-Action @{
                SEND_WECOM_WEBHOOK = $robot; SEND_WECOM_TEXT = "build 7 done `u{2705}`nsecond line"; SEND_WECOM_MENTION = "lisi, wangqing`nzhangsan"
                SEND_WECOM_MENTION_ALL = 'true'
            }

            $run.ExitCode | Should -Be 0
            $run.Output | Should -Match '^Sent text 1/1 to 127\.0\.0\.1:\d+ \(key #[0-9a-f]{8}\)\.\s*$'
            $run.Outputs | Should -Be 'delivered=true'
            $received = (Get-Received $simulator).Payload.text
            $received.content | Should -Be "build 7 done `u{2705}`nsecond line"
            $received.mentioned_list | Should -Be lisi, wangqing, zhangsan, '@all'
            Assert-NoKey $key $run.Output
        }

        It 'uses the webhook of the job''s environment' {
            (Invoke-Action @{ WECOM_ROBOT = $robot; SEND_WECOM_WEBHOOK = ''; SEND_WECOM_TEXT = 'hi' }).ExitCode | Should -Be 0

            (Get-Received $simulator).Payload.text.content | Should -Be hi
        }

        It 'sends Markdown as <Type>' -ForEach @(@{ V2 = 'true'; Type = 'markdown_v2' }, @{ V2 = 'false'; Type = 'markdown' }) {
            $run = Invoke-Action @{ SEND_WECOM_WEBHOOK = $robot; SEND_WECOM_MARKDOWN = '# done'; SEND_WECOM_V2 = $V2 }

            $run.ExitCode | Should -Be 0
            (Get-Received $simulator).Payload.$Type.content | Should -Be '# done'
        }

        It 'never runs an input as code' {
            $text = '"; $(throw 1) `$env:WECOM_ROBOT'' ; Get-ChildItem env:'
            $run = Invoke-Action @{ SEND_WECOM_WEBHOOK = $robot; SEND_WECOM_TEXT = $text }

            (Get-Received $simulator).Payload.text.content | Should -BeExactly $text
            Assert-NoKey $key $run.Output
        }

        It 'sends a long text according to the input overflow' -ForEach @(
            @{ Overflow = 'Split'; Messages = 2; ExitCode = 0 }
            @{ Overflow = 'Truncate'; Messages = 1; ExitCode = 0 }
            @{ Overflow = 'Error'; Messages = 0; ExitCode = 1 }
        ) {
            $run = Invoke-Action @{
                SEND_WECOM_WEBHOOK = $robot; SEND_WECOM_TEXT = 'x' * 3000; SEND_WECOM_OVERFLOW = $Overflow; SEND_WECOM_FAIL_ON_ERROR = 'true'
            }

            $run.ExitCode | Should -Be $ExitCode
            @(Get-Received $simulator).Count | Should -Be $Messages
        }

        It 'ends with <ExitCode> and one ::<Kind> if fail-on-error is ''<FailOnError>'' and <What>' -ForEach @(
            foreach ($way in @{ FailOnError = 'false'; ExitCode = 0; Kind = 'warning' }, @{ FailOnError = 'true'; ExitCode = 1; Kind = 'error' }) {
                $way + @{ What = 'the robot is stopped'; Fault = @{ errcode = 93000; errmsg = "100%`nstopped" }; Says = '*93000: 100%25*' }
                $way + @{ What = 'the module is missing'; Change = @{ SEND_WECOM_MODULE_PATH = './nowhere' }; Says = '*nowhere*' }
                # The other causes need only one of the settings
                if ($way.ExitCode) { continue }
                $way + @{ What = 'the server fails'; Fault = @{ status = 500 }; Says = '*500*' }
                $way + @{ What = 'the text is missing'; Change = @{ SEND_WECOM_TEXT = '' }; Says = '*text and markdown*' }
                $way + @{ What = 'the secret is empty'; Change = @{ SEND_WECOM_WEBHOOK = '' }; Says = '*webhook is empty*' }
                $way + @{ What = 'a switch is neither true nor false'; Change = @{ SEND_WECOM_MENTION_ALL = 'maybe' }; Says = '*mention-all*maybe*' }
                $way + @{ What = 'v2 has a mention'; Change = @{ SEND_WECOM_TEXT = ''; SEND_WECOM_MARKDOWN = 'hi'; SEND_WECOM_V2 = 'true'; SEND_WECOM_MENTION = 'lisi' }; Says = '*v2 and mention*' }
            }
        ) {
            if ($Fault) { Add-Fault $simulator $Fault }
            $environment = @{ SEND_WECOM_WEBHOOK = $robot; SEND_WECOM_TEXT = 'hi'; SEND_WECOM_FAIL_ON_ERROR = $FailOnError }
            if ($Change) { $Change.GetEnumerator() | ForEach-Object { $environment[$_.Key] = $_.Value } }
            $run = Invoke-Action $environment

            $run.ExitCode | Should -Be $ExitCode
            $run.Output.Trim() | Should -BeLike "::$Kind title=WeCom::The message was not delivered.$Says"
            $run.Output.Trim() | Should -Not -Match '\n' -Because 'an annotation is one line'
            $run.Outputs | Should -Be 'delivered=false'
            Get-Received $simulator | Should -BeNullOrEmpty
            Assert-NoKey $key $run.Output
        }

        It 'fails if fail-on-error itself is invalid' {
            (Invoke-Action @{ SEND_WECOM_WEBHOOK = $robot; SEND_WECOM_TEXT = 'hi'; SEND_WECOM_FAIL_ON_ERROR = 'no' }).ExitCode | Should -Be 1
        }

        It 'passes each described input to its script, and no other' {
            $action = Get-Content $root/.github/actions/send-wecom/action.yml -Raw
            $inputs = [regex]::Matches(($action -split '(?m)^outputs:')[0], '(?m)^  ([\w-]+):$') | ForEach-Object { $_.Groups[1].Value }
            $mapped = [regex]::Matches($action, 'SEND_WECOM_(\w+): \$\{\{ inputs\.([\w-]+) \}\}')
            $read = [regex]::Matches((Get-Content $root/.github/actions/send-wecom/send-wecom.ps1 -Raw), 'Get-(?:Text|Switch) ([A-Z_0-9]+)')

            $mapped | ForEach-Object { $_.Groups[2].Value } | Should -Be $inputs
            $mapped | ForEach-Object { $_.Groups[1].Value } | Should -Be ($inputs.ToUpperInvariant() -replace '-', '_')
            $read | ForEach-Object { $_.Groups[1].Value } | Sort-Object -Unique | Should -Be ($inputs.ToUpperInvariant() -replace '-', '_' | Sort-Object)
            ($action -split '(?m)^runs:')[1] -replace '(?m)^ +SEND_WECOM.*' | Should -Not -Match '\$\{\{'
        }
    }

    Context 'of Azure DevOps' {
        It 'sends a text with its mentions' {
            $run = Invoke-AzureStep @{ WECOM_ROBOT = $robot; SEND_WECOM_TEXT = 'build 7 done'; SEND_WECOM_MENTION = 'lisi, wangqing' }

            $run.ExitCode | Should -Be 0
            $run.Output | Should -Match '^Sent text 1/1 to '
            (Get-Received $simulator).Payload.text.mentioned_list | Should -Be lisi, wangqing
            Assert-NoKey $key $run.Output
        }

        It 'sends Markdown' {
            (Invoke-AzureStep @{ WECOM_ROBOT = $robot; SEND_WECOM_MARKDOWN = '| a |'; SEND_WECOM_OVERFLOW = 'Split' }).ExitCode | Should -Be 0

            (Get-Received $simulator).Payload.markdown_v2.content | Should -Be '| a |'
        }

        It 'ends with <ExitCode> and an issue of type <Type> if failOnError is <FailOnError> and <What>' -ForEach @(
            foreach ($way in @{ FailOnError = 'False'; ExitCode = 0; Type = 'warning' }, @{ FailOnError = 'True'; ExitCode = 1; Type = 'error' }) {
                $way + @{ What = 'the robot is stopped'; Fault = @{ errcode = 93000; errmsg = "1`n2" }; Says = '*93000: *' }
                $way + @{ What = 'the module is missing'; Change = @{ SEND_WECOM_MODULE = './nowhere' }; Says = '*nowhere*' }
                if ($way.ExitCode) { continue }
                $way + @{ What = 'the secret is not there'; Change = @{ WECOM_ROBOT = '$(WeComWebhook)' }; Says = '*no webhook*' }
                $way + @{ What = 'there is nothing to send'; Change = @{ SEND_WECOM_TEXT = '' }; Says = '*' }
            }
        ) {
            if ($Fault) { Add-Fault $simulator $Fault }
            $environment = @{ WECOM_ROBOT = $robot; SEND_WECOM_TEXT = 'hi'; SEND_WECOM_FAIL_ON_ERROR = $FailOnError }
            if ($Change) { $Change.GetEnumerator() | ForEach-Object { $environment[$_.Key] = $_.Value } }
            $run = Invoke-AzureStep $environment

            $run.ExitCode | Should -Be $ExitCode
            $run.Output.Trim() | Should -BeLike "##vso``[task.logissue type=$Type``]The WeCom message was not delivered. $Says"
            $run.Output.Trim() | Should -Not -Match '\n' -Because 'a logging command is one line'
            Get-Received $simulator | Should -BeNullOrEmpty
            Assert-NoKey $key $run.Output
        }

        It 'passes each parameter to its script' {
            $template = Get-Content $recipes/azure-devops-steps.yml -Raw
            $set = [regex]::Matches($template, '(?m)^ +([A-Z_]+): \$') | ForEach-Object { $_.Groups[1].Value } | Sort-Object
            $read = [regex]::Matches((Get-Content $recipes/azure-devops.ps1 -Raw), '\$env:(\w+)') | ForEach-Object { $_.Groups[1].Value } | Sort-Object -Unique
            $declared = [regex]::Matches($template, '- name: (\w+)') | ForEach-Object { $_.Groups[1].Value } | Sort-Object
            $used = [regex]::Matches($template, 'parameters\.(\w+)') | ForEach-Object { $_.Groups[1].Value } | Sort-Object -Unique

            # The module reads that one itself
            $set | Should -Be ($read + 'WECOM_REDIS' | Sort-Object)
            $declared | Should -Be $used
            Join-Path $root ([regex]::Match($template, '(?m)default: (docs/.*\.ps1)$').Groups[1].Value) | Should -Exist
        }
    }
}
