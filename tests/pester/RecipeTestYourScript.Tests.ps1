# Runs the Pester file of docs/recipes/test-your-script.md, with the simulator in place of the installed tool.
Describe 'The recipe that tests a script' {
    BeforeAll {
        Import-Module $PSScriptRoot/Simulator.psm1, $PSScriptRoot/Recipes.psm1
        $root = Split-Path (Split-Path $PSScriptRoot)
        # A program of the tool's name
        $tools = Join-Path $TestDrive tools
        Copy-Item (Split-Path (Get-SimulatorPath)) $tools -Recurse -Exclude publish
        Get-Item $tools/WeComRobot.Simulator.App, $tools/WeComRobot.Simulator.App.exe -ErrorAction Ignore |
            Rename-Item -NewName { "wecom-simulator$($_.Extension -eq '.exe' ? '.exe' : '')" }

        # Runs the tests on a copy of the recipe, in which a script may differ
        function Invoke-Recipe([hashtable] $Change = @{}) {
            $folder = New-Item "$TestDrive/$(New-Guid)" -ItemType Directory
            Copy-Item $root/docs/recipes/backup-report*, $root/docs/recipes/Simulator.psm1 $folder
            foreach ($file in $Change.Keys) { Set-Content $folder/$file ((Get-Content $folder/$file -Raw) -replace $Change[$file]) }
            $command = "`$PSStyle.OutputRendering = 'PlainText'; Import-Module '$(Get-ModulePath)', '$root/bin/Pester/Pester.psd1'; Invoke-Pester '$folder'"
            (Invoke-Pwsh '-Command', $command @{ PATH = $tools + [System.IO.Path]::PathSeparator + $env:PATH }).Output
        }
    }

    It 'passes' { Invoke-Recipe | Should -Match 'Tests Passed: 6, Failed: 0' }

    It 'fails if a script does not look at errcode, or mentions nobody' {
        $said = Invoke-Recipe @{ 'backup-report-plain.ps1' = 'if .*errcode.*'; 'backup-report.ps1' = ' -MentionAll' }

        $said | Should -Match 'Tests Passed: 4, Failed: 2'
        $said | Should -Match 'backup-report-plain.ps1.fails if WeCom does not take the message'
        $said | Should -Match 'backup-report.ps1.mentions everybody if there is no new one'
    }
}
