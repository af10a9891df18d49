# The files that the examples of the pages use, as the pages show them.

Import-Module $PSScriptRoot/Samples.psm1

function New-ExampleFolder([string] $Path) {
    $null = New-Item $Path/charts -ItemType Directory -Force
    $write = { param($name, $text) [System.IO.File]::WriteAllText("$Path/$name", $text) }
    & $write 'services.csv' "服务,主机,状态,内存MB`nnginx,web01,运行,212`nredis,web02,运行,640`n备份,db01,已停止,0`n"
    & $write 'releases.csv' "Title,Url,Description`n订单服务 2.4,https://example.com/releases/2.4,修复 12 个问题`n支付服务 1.9,https://example.com/releases/pay-1.9,支持分账退款`n"
    & $write 'details.txt' "The backup of db01 failed.`n"
    & $write 'alerts.txt' "disk of web01 95%`ndisk of web02 91%`n磁盘告警 web03 90%`n"
    & $write '日报.txt' "今日告警 3 条，均已恢复。`n"
    & $write 'empty.log' ''
    & $write 'alarm.json' (Get-SampleJson markdown)
    & $write 'alarm.mp3' 'ID3 no AMR recording'
    & $write 'nightly.log' ((1..400 | ForEach-Object { '2026-11-21 02:00:{0:d2} backup db01 block {1:d4} ok' -f [int] [Math]::Floor($_ / 10), $_ }) -join "`n")
    & $write 'deploy.log' ((1..110 | ForEach-Object { '2026-11-21 09:{0:d2}:00 deploy order service step {1:d3} ok' -f ($_ % 60), $_ }) -join "`n")
    & $write 'report.md' "# 日报`n`n- 今日告警 3 条`n"
    & $write 'long-report.md' ((1..30 | ForEach-Object { "## 第 $_ 节`n`n" + '一切正常。' * 20 }) -join "`n`n")

    $silence = { param($seconds) [byte[]] ([System.Text.Encoding]::ASCII.GetBytes("#!AMR`n") + @(0x7C) * (50 * $seconds)) }
    [System.IO.File]::WriteAllBytes("$Path/voice.amr", (& $silence 2))
    [System.IO.File]::WriteAllBytes("$Path/long.amr", (& $silence 75))
    'chart.png', 'charts/cpu.png', 'charts/memory.png' | ForEach-Object { [System.IO.File]::WriteAllBytes("$Path/$_", (Get-Png)) }
    $large = [byte[]]::new(3MB)
    (Get-Png).CopyTo($large, 0)
    [System.IO.File]::WriteAllBytes("$Path/screenshot.png", $large)
}

Export-ModuleMember -Function New-ExampleFolder
