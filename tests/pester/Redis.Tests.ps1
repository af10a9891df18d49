BeforeDiscovery {
    Import-Module $PSScriptRoot/Redis.psm1
}

Describe 'A Redis of the tests' -Skip:(-not (Test-RedisServer)) {
    BeforeAll {
        Import-Module $PSScriptRoot/Redis.psm1
        $redis = Start-TestRedis
    }

    AfterAll { Stop-TestRedis $redis }

    It 'keeps what it is given, in a server of its own' {
        $other = Start-TestRedis
        try {
            Invoke-TestRedis $redis SET key value | Should -Be OK
            Invoke-TestRedis $redis GET key | Should -Be value
            Invoke-TestRedis $other GET key | Should -BeNullOrEmpty
        } finally { Stop-TestRedis $other }
    }

    It 'takes further arguments' {
        $guarded = Start-TestRedis -Argument '--requirepass', 'open sesame'
        try { (Invoke-TestRedis $guarded PING)[0] | Should -Match '^NOAUTH ' } finally { Stop-TestRedis $guarded }
    }

    It 'is gone when it is stopped, and another can be where it was' {
        $first = Start-TestRedis
        Stop-TestRedis $first
        Invoke-TestRedis $first PING 2>&1 | Should -Match 'Connection refused'

        $second = Start-TestRedis -Port $first.Port
        try { Invoke-TestRedis $second PING | Should -Be PONG } finally { Stop-TestRedis $second }
    }
}
