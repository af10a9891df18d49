# Tests what users get: the package of build.ps1, or the one in the folder WECOM_PACKAGE.
Describe 'The package' {
    BeforeAll {
        Import-Module $PSScriptRoot/Simulator.psm1, $PSScriptRoot/Recipes.psm1, $PSScriptRoot/Engine.psm1
        $root = Split-Path (Split-Path $PSScriptRoot)
        $folder = $env:WECOM_PACKAGE
        # Without its folder, dotnet begins as for a new user: it welcomes and makes a certificate
        $dotnet = @{ DOTNET_CLI_HOME = $HOME }
        if (-not $folder) {
            $folder = Join-Path $TestDrive package
            $made = Invoke-Pwsh '-File', "$root/build.ps1", '-Task', 'Package', '-NoBuild', '-OutputPath', $folder,
                '-Configuration', (Get-Item (Get-SimulatorPath)).Directory.Parent.Name $dotnet
            if ($made.ExitCode) { throw $made.Output }
        }
        $manifest = Join-Path $folder WeComRobot/WeComRobot.psd1
        $package = (Get-Item $folder/WeComRobot.[0-9]*.nupkg).FullName
        $tool = (Get-Item $folder/WeComRobot.Simulator.*.nupkg).FullName
        $simulator = Start-Simulator

        # The output of a script with the module, in a process of its own
        function Invoke-Script([string] $Script, [hashtable] $Environment = @{}) {
            (Invoke-Pwsh '-Command', "`$ErrorActionPreference = 'Stop'; $Script" $Environment).Output.Trim()
        }

        # The files of a .nupkg, without NuGet's own
        function Get-PackedFile([string] $Path) {
            $archive = [System.IO.Compression.ZipFile]::OpenRead($Path)
            $archive.Entries | Where-Object FullName -NotMatch '^(_rels/|package/|\[Content_Types\]\.xml$|[\w.]+\.nuspec$)'
            $archive.Dispose()
        }
    }

    AfterAll { Stop-Simulator $simulator }

    Context 'content' {
        It 'is the module and its help, and nothing else' {
            $files = Get-ChildItem $folder/WeComRobot -Recurse -File | ForEach-Object { $_.FullName.Substring("$folder/WeComRobot/".Length).Replace('\', '/') }
            $rest = $files -notmatch '^bin/(Core|Desktop)/([\w.]+\.dll|WeComRobot\.format\.ps1xml|zh-Hans/WeComRobot(\.Client)?\.resources\.dll)$' `
                -notmatch '^bin/Core/Redis/([\w.]+\.dll|zh-Hans/WeComRobot\.Redis\.resources\.dll)$' `
                -notmatch '^(en-US|zh-CN|zh-Hans)/(WeComRobot\.dll-Help\.xml|about_\w+\.help\.txt)$'

            # NuGet writes its settings there if the user has no folder for them
            Join-Path ([Environment]::CurrentDirectory) NuGet | Should -Not -Exist
            $rest | Sort-Object | Should -Be CHANGELOG.md, LICENSE, README.md, THIRD-PARTY-NOTICES.txt, WeComRobot.psd1
            foreach ($edition in 'Core', 'Desktop') {
                foreach ($dll in 'WeComRobot', 'WeComRobot.Client') { $files | Should -Contain "bin/$edition/zh-Hans/$dll.resources.dll" }
            }
            $files | Should -Contain bin/Core/Redis/WeComRobot.Redis.dll
            $files | Should -Contain bin/Core/Redis/zh-Hans/WeComRobot.Redis.resources.dll
            foreach ($culture in 'en-US', 'zh-CN', 'zh-Hans') { $files | Should -Contain "$culture/WeComRobot.dll-Help.xml" }
        }

        It 'is the same in the .nupkg, and does not reveal when and where it was built' {
            $packed = Get-PackedFile $package
            $files = Get-ChildItem $folder/WeComRobot -Recurse -File
            $relative = $files | ForEach-Object { $_.FullName.Substring("$folder/WeComRobot/".Length).Replace('\', '/') } | Sort-Object

            $packed.FullName | Sort-Object | Should -Be $relative
            $packed.LastWriteTime.DateTime | Sort-Object -Unique | Should -Be ([datetime] '2000-01-01')
            $files | Where-Object { [System.Text.Encoding]::Latin1.GetString([System.IO.File]::ReadAllBytes($_)).Contains($root) } | Should -BeNullOrEmpty
        }

        It 'has a valid manifest, according to Test-ModuleManifest' {
            $module = Test-ModuleManifest $manifest -WarningVariable warnings -WarningAction SilentlyContinue

            $warnings | Should -BeNullOrEmpty
            $module.PowerShellVersion, $module.DotNetFrameworkVersion | Should -Be '5.1', '4.7.2'
            $module.CompatiblePSEditions | Should -Be Core, Desktop
            $module.ExportedFunctions.Count, $module.ExportedAliases.Count | Should -Be 0, 0
            $module.ProjectUri, $module.LicenseUri, $module.ReleaseNotes, $module.Tags | Should -Not -BeNullOrEmpty
        }
    }

    Context 'the simulator, a .NET tool' {
        It 'is its DLLs and texts, and nothing else' {
            $packed = Get-PackedFile $tool

            $packed.FullName -replace '^tools/net10\.0/any/' | Sort-Object | Should -Be @(
                'DotnetToolSettings.xml', 'Markdig.dll', 'README.md', 'System.CommandLine.dll', 'THIRD-PARTY-NOTICES.txt', 'WeComRobot.Client.dll',
                'WeComRobot.Simulator.App.deps.json', 'WeComRobot.Simulator.App.dll', 'WeComRobot.Simulator.App.runtimeconfig.json',
                'WeComRobot.Simulator.dll', 'zh-Hans/WeComRobot.Client.resources.dll', 'zh-Hans/WeComRobot.Simulator.App.resources.dll')
            $packed.LastWriteTime.DateTime | Sort-Object -Unique | Should -Be ([datetime] '2000-01-01')
            Get-Content $root/THIRD-PARTY-NOTICES.txt -Raw | Should -BeLike '*WeComRobot.Simulator carries Markdig and System.CommandLine*'
        }

        It 'installs from a folder, and serves the page and the service' {
            Invoke-Script @"
                dotnet tool install WeComRobot.Simulator --tool-path '$TestDrive/tool' --source '$folder'
                & '$TestDrive/tool/wecom-simulator' --help
"@ $dotnet | Should -Match '--listen <IP>'
            Get-ChildItem $TestDrive/tool -Recurse -Filter *.dll |
                Where-Object { [System.Text.Encoding]::Latin1.GetString([System.IO.File]::ReadAllBytes($_)).Contains($root) } | Should -BeNullOrEmpty

            $installed = Start-Simulator -Key a -Program (Get-Command $TestDrive/tool/wecom-simulator).Source
            try {
                Invoke-RestMethod $installed.Base -NoProxy | Should -BeLike '<!DOCTYPE html>*'
                (Invoke-RestMethod $installed.Webhook -Method Post -NoProxy -Body '{"msgtype":"text","text":{"content":"hi"}}').errcode | Should -Be 0
                (Get-Received $installed).Payload.text.content | Should -Be hi
            }
            finally { Stop-Simulator $installed }
        }
    }

    Context 'help under <Culture>' -ForEach @{ Language = 'en_US'; Culture = 'en-US' }, @{ Language = 'zh_CN'; Culture = 'zh-CN' } {
        BeforeAll {
            $said = Invoke-Script @"
                # Only Linux takes the culture from the environment
                if (-not `$IsLinux) { [cultureinfo]::CurrentUICulture = '$Culture' }
                if (`$PSUICulture -ne '$Culture') { "The culture is `$PSUICulture." }
                Import-Module '$manifest', '$PSScriptRoot/Help.psm1'
                (Get-Command -Module WeComRobot).Name | ForEach-Object { Get-HelpGap `$_ '$Culture' }
                '--'
                Get-TopicGap '$Culture'
"@ @{ LC_ALL = "$Language.UTF-8" }
            $gaps, $topics = $said -split '(?m)^--$'
        }

        It 'is complete for every cmdlet' { $gaps.Trim() | Should -BeNullOrEmpty }

        It 'has every topic' { $topics.Trim() | Should -BeNullOrEmpty }
    }

    It 'has Chinese help when the system culture is zh-Hans-CN, as on macOS' -Skip:(-not $IsLinux) {
        Invoke-Script "Import-Module '$manifest'; `$PSUICulture; (Get-Help Send-WeComText).Synopsis" @{ LC_ALL = 'zh_Hans_CN.UTF-8' } |
            Should -Match '(?s)^zh-Hans-CN.*\p{IsCJKUnifiedIdeographs}{4}'
    }

    # On Windows the folder of the user's modules is fixed; ci.yml installs there
    It 'installs from a folder, is found by name, and sends' -Skip:$IsWindows {
        $said = Invoke-Script @"
            `$ProgressPreference = 'Ignore'
            Register-PSResourceRepository local '$folder'
            Install-PSResource WeComRobot -Repository local -TrustRepository
            Send-WeComText 'from the package' -Robot '$(Get-Webhook $simulator)' -PassThru | ForEach-Object MessageType
            (Get-Module WeComRobot).Path
"@

        $said | Should -Match "^text\r?\n$([regex]::Escape("$TestDrive"))/.*/WeComRobot/\d+\.\d+\.\d+/bin/Core/WeComRobot\.dll$"
        (Get-Received $simulator).Payload.text.content | Should -Be 'from the package'
    }

    It 'can be removed and imported again twice with -Force' {
        Invoke-Script @"
            Import-Module '$manifest'
            Remove-Module WeComRobot
            Import-Module '$manifest' -Force
            Import-Module '$manifest' -Force
            Send-WeComText hi -Robot '$(Get-Webhook $simulator)' -PassThru | ForEach-Object MessageType
"@ | Should -Be text
    }

    # The one for Windows PowerShell differs from PowerShell 7's own
    It 'sends beside a module that loaded another System.Text.Json first' {
        Invoke-Script @"
            `$other = '$folder/WeComRobot/bin/Desktop/System.Text.Json.dll'
            `$loaded = [System.Runtime.Loader.AssemblyLoadContext]::new('another module').LoadFromAssemblyPath(`$other)
            try { `$null = [System.Reflection.Assembly]::LoadFrom(`$other) } catch { `$null = 'PowerShell has its own' }
            Import-Module '$manifest'
            Send-WeComText hi -Robot '$(Get-Webhook $simulator)' -PassThru | ForEach-Object MessageType
            `$loaded.GetName().Name
"@ | Should -Match '^text\r?\nSystem\.Text\.Json$'
    }

    Context 'import, traced' -Skip:(-not (Get-Command strace -ErrorAction Ignore)) {
        BeforeAll {
            # An empty binary module shows what PowerShell itself does on import
            $empty = Join-Path $TestDrive Empty
            $null = New-Item $empty -ItemType Directory
            Add-Type 'public class Empty { }' -OutputAssembly $empty/Empty.dll
            Set-Content $empty/Empty.format.ps1xml '<Configuration><ViewDefinitions /></Configuration>'
            New-ModuleManifest $empty/Empty.psd1 -RootModule Empty.dll -FormatsToProcess Empty.format.ps1xml -CmdletsToExport @() -FunctionsToExport @()

            function Get-Trace([string] $Module) {
                $file = Join-Path $TestDrive trace
                $program, $first = Get-EngineCommand
                strace -ff -qq --seccomp-bpf -e trace=%file,socket,connect,bind -o $file $program @first -NoProfile -NonInteractive -Command "Import-Module '$Module'" | Out-Null
                # One file for each thread, as in a common file concurrent calls would be split over several lines
                Get-Content "$file.*"
                Remove-Item "$file.*"
            }

            $bare, $ours = (Get-Trace $empty/Empty.psd1), (Get-Trace $manifest)
            function Get-Touched([string[]] $Trace) { [regex]::Matches($Trace -join "`n", '(?m)^\w+\([^"]*"([^"]+)"').ForEach({ $_.Groups[1].Value }) | Sort-Object -Unique }
            function Get-Socket([string[]] $Trace) { @($Trace -match '\b(socket|connect|bind)\(.*AF_INET').Count }
        }

        It 'accesses and probes no files but its own and those of any import' {
            $runtime = Split-Path ([object].Assembly.Location)
            $more = @(Get-Touched $ours) | Where-Object { $_ -notin @(Get-Touched $bare) }
            # The runtime names these after the process id
            $ofProcess = '^(sem\.clr|clr-debug-pipe|CoreFxPipe_PSHost|dotnet-diagnostic)'
            $foreign = $more | Where-Object { -not ($_.StartsWith($folder) -or $_.StartsWith($PSHOME) -or $_.StartsWith($runtime) -or $_ -like '/proc/*') } |
                Where-Object { (Split-Path $_ -Leaf) -notmatch $ofProcess }

            $more | Should -Contain "$folder/WeComRobot/bin/Core/WeComRobot.dll"
            $foreign | Should -BeNullOrEmpty
        }

        It 'opens no network socket but those of any start of PowerShell' {
            Get-Socket $ours | Should -Be (Get-Socket $bare)
            $ours -match '\b(connect|bind)\(.*AF_INET' | Should -BeNullOrEmpty
        }
    }
}

Describe 'build.ps1 Package without PSResourceGet' {
    It 'reports what is missing in one line, and fails' {
        Import-Module $PSScriptRoot/Recipes.psm1
        $root = Split-Path (Split-Path $PSScriptRoot)
        $said = Invoke-Pwsh '-Command', @"
            `$PSModuleAutoLoadingPreference = 'None'
            Import-Module Microsoft.PowerShell.Management, Microsoft.PowerShell.Utility
            & '$root/build.ps1' Package -OutputPath '$TestDrive/none'
            exit `$LASTEXITCODE
"@

        $said.ExitCode | Should -Be 1
        $said.Output.Trim() | Should -BeLike '*Microsoft.PowerShell.PSResourceGet, which comes with PowerShell 7.4 and newer*'
        $said.Output.Trim() -split '\n' | Should -HaveCount 1
        "$TestDrive/none" | Should -Not -Exist
    }
}
