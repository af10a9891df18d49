# Starts real Redis servers, for the Pester files about fleets.

# Whether there is a redis-server: Describe '...' -Skip:(-not (Test-RedisServer))
function Test-RedisServer { -not $IsWindows -and [bool] (Get-Command redis-server -CommandType Application -ErrorAction Ignore) }

# Starts one on 127.0.0.1 with a folder of its own, and waits until it answers. <Argument> are further arguments of redis-server, such
# as --requirepass and a password. With <Port>, it listens where another one did.
function Start-TestRedis([string[]] $Argument = @(), [int] $Port) {
    $folder = Join-Path (Get-PSDrive TestDrive).Root "redis-$(New-Guid)"
    $null = New-Item $folder -ItemType Directory
    $log = ''
    do {
        # Below the ports that systems give to clients: else one that tries to connect again could take it meanwhile
        $listen = $Port ? $Port : (Get-Random -Minimum 20000 -Maximum 32000)
        $all = @('--bind', '127.0.0.1', '--port', $listen, '--dir', $folder, '--save', '') + $Argument
        $start = [System.Diagnostics.ProcessStartInfo]::new('redis-server', [string[]] $all)
        $start.RedirectStandardOutput = $true
        $process = [System.Diagnostics.Process]::Start($start)
        do {
            $line = $process.StandardOutput.ReadLine()
            $log += "$line`n"
        } until ($null -eq $line -or $line -match 'Ready to accept connections')
    } while ($null -eq $line -and -not $Port -and $log -match 'Address already in use')
    if ($null -eq $line) { throw "Redis did not start: $log" }

    # What nobody reads would stop it once the pipe is full
    $null = $process.StandardOutput.ReadToEndAsync()
    [pscustomobject]@{ Process = $process; Port = $listen; EndPoint = "127.0.0.1:$listen" }
}

# SIGKILL: clients see their connections cut, and new ones refused.
function Stop-TestRedis($Redis) {
    $Redis.Process.Kill()
    $Redis.Process.WaitForExit()
}

# Sends a command by redis-cli; a password is taken from $env:REDISCLI_AUTH.
function Invoke-TestRedis($Redis) { redis-cli -p $Redis.Port @args }

Export-ModuleMember -Function Test-RedisServer, Start-TestRedis, Stop-TestRedis, Invoke-TestRedis
