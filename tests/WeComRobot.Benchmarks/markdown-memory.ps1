# Turns 100,000 objects into Markdown, and prints how much more heap lives then, and how many bytes were written.
param([Parameter(Mandatory)] [string] $Module)

Import-Module $Module
$state = @{ Texts = 0; Written = 0L; First = 0L; Most = 0L }
1..100000 | ForEach-Object { [pscustomobject]@{ Id = $_; Name = "主机$_|🚨"; Labels = @{ app = 'api' }; Ports = 80, 443; Started = [datetime]::UtcNow } } |
    ConvertTo-WeComMarkdown -Title 清单 | ForEach-Object {
        $state.Written += [System.Text.Encoding]::UTF8.GetByteCount($_)
        if (++$state.Texts % 200 -eq 0) {
            $live = [GC]::GetTotalMemory($true)
            # By the first look, after 200 texts of some 1,900, PowerShell has compiled what it compiles
            if (-not $state.First) { $state.First = $live }
            $state.Most = [Math]::Max($state.Most, $live)
        }
    }
"$($state.Most - $state.First) $($state.Written)"
