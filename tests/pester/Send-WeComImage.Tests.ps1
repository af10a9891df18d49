Describe 'Send-WeComImage' {
    BeforeAll {
        Import-Module $PSScriptRoot/Simulator.psm1, $PSScriptRoot/Samples.psm1
        Import-WeComRobot
        $simulator = Start-Simulator
        $png = Get-Png
        $md5 = [Convert]::ToHexString([System.Security.Cryptography.MD5]::HashData($png)).ToLowerInvariant()
    }

    AfterAll { Stop-Simulator $simulator }

    BeforeEach {
        Clear-Simulator $simulator
        $robot = Get-Webhook $simulator
        Get-ChildItem TestDrive: | Remove-Item -Recurse
    }

    It 'sends the bytes with the md5 of the bytes, not of their base64' {
        Send-WeComImage -Path (New-TestFile a.png $png) -Robot $robot | Should -BeNullOrEmpty

        $payload = (Get-Received $simulator).Payload
        $payload.msgtype | Should -BeExactly image
        $payload.image.base64 | Should -BeExactly ([Convert]::ToBase64String($png))
        $payload.image.md5 | Should -BeExactly $md5
    }

    It 'sends -Bytes' {
        Send-WeComImage -Bytes $png -Robot $robot

        (Get-Received $simulator).Payload.image.md5 | Should -BeExactly $md5
    }

    It 'sends a JPG, whatever its file name' {
        Send-WeComImage (New-TestFile chart.tmp (Get-Jpg)) -Robot $robot

        (Get-Received $simulator).Payload.image.base64 | Should -BeExactly ([Convert]::ToBase64String((Get-Jpg)))
    }

    It 'sends each file that a wildcard matches, on any drive' {
        'a.png', 'b.png', 'c.jpg' | ForEach-Object { $null = New-TestFile $_ $png }
        Send-WeComImage TestDrive:/*.png -Robot $robot

        @(Get-Received $simulator).Count | Should -Be 2
    }

    It 'treats brackets as a wildcard in -Path, but not in -LiteralPath' {
        $path = New-TestFile 'chart[1].png' $png
        $failure = Get-Failure { Send-WeComImage -Path $path -Robot $robot }
        Send-WeComImage -LiteralPath $path -Robot $robot

        $failure.FullyQualifiedErrorId | Should -BeLike 'WeComFileNotFound,*'
        @(Get-Received $simulator).Count | Should -Be 1
    }

    It 'sends files, paths and names from the pipeline, one by one' {
        'a.png', 'b[1].png', 'no' | ForEach-Object { $null = New-TestFile $_ $png }
        $receipts = Get-ChildItem TestDrive:/*.png | Send-WeComImage -Robot $robot -PassThru
        'TestDrive:/a.png', 'TestDrive:/no' | Send-WeComImage -Robot $robot
        [pscustomobject]@{ FullName = 'TestDrive:/b[1].png' } | Send-WeComImage -Robot $robot

        $receipts.MessageType | Should -Be image, image
        @(Get-Received $simulator).Count | Should -Be 5
    }

    It 'resolves relative paths against PowerShell''s location, not the process''s' {
        $null = New-TestFile a.png $png
        Push-Location TestDrive:
        try { Send-WeComImage a.png -Robot $robot } finally { Pop-Location }

        @(Get-Received $simulator).Count | Should -Be 1
    }

    It 'sends 2 MiB and rejects one byte more' {
        $large = [byte[]]::new(2MB)
        $png.CopyTo($large, 0)
        Send-WeComImage -Bytes $large -Robot $robot
        $failure = Get-Failure { Send-WeComImage (New-TestFile large.png ($large + [byte[]] 0)) -Robot $robot }

        $failure.FullyQualifiedErrorId | Should -BeLike 'WeComInvalidMedia,*'
        $failure.Exception.Message | Should -BeLike '*large.png*2097153*2097152*'
        @(Get-Received $simulator).Count | Should -Be 1
    }

    It 'rejects <What>' -ForEach @(
        @{ What = 'a GIF named .png'; Name = 'a.png'; Bytes = 'GIF89a' }
    ) {
        $path = New-TestFile $Name ([System.Text.Encoding]::ASCII.GetBytes($Bytes))
        $failure = Get-Failure { Send-WeComImage $path -Robot $robot }

        $failure.FullyQualifiedErrorId | Should -BeLike 'WeComInvalidMedia,*'
        $failure.CategoryInfo.Category | Should -Be InvalidData
        $failure.Exception.Message | Should -BeLike "*$Name*JPG*PNG*"
        Get-Received $simulator | Should -BeNullOrEmpty
    }

    It 'rejects <What>' -ForEach @(
        @{ What = 'an empty file'; Path = { New-TestFile empty.png @() }; Message = "*empty.png' has 0 bytes*" }
        @{ What = 'a picture that is cut off'; Path = { New-TestFile cut.png $png[0..39] }; Message = "*cut.png' is cut off: after 40 bytes*" }
        @{ What = 'a JPG without its end'; Path = { New-TestFile cut.jpg (Get-Jpg)[0..6] }; Message = "*cut.jpg' is cut off*" }
        @{ What = 'an address'; Path = { 'https://example.com/a/b.png?token=open-sesame' }; Message = "*'https://…' is an address*" }
        @{ What = 'an address in capitals'; Path = { 'HTTP://user:open-sesame@example.com/a.png' }; Message = "*'HTTP://…' is an address*" }
        @{ What = 'a file''s address'; Path = { 'file:///srv/a.png' }; Message = "*'file://…' is an address*" }
        @{ What = 'a picture in an address'; Path = { 'data:image/png;base64,iVBORw0KGgo=' }; Message = "*'data:…' is an address*" }
        @{ What = 'a Uri'; Path = { [uri] 'https://example.com/open-sesame.png' }; Message = "*is an address*" }
    ) {
        $path = & $Path
        foreach ($failure in (Get-Failure { Send-WeComImage $path -Robot $robot }), (Get-Failure { Send-WeComImage -LiteralPath $path -Robot $robot })) {
            $failure.FullyQualifiedErrorId | Should -BeLike 'WeComInvalidMedia,*'
            $failure.Exception.Message | Should -BeLike $Message
            "$($failure.Exception.Message) $($failure.TargetObject)" | Should -Not -Match open-sesame
            $failure.Exception.Remedy | Should -Not -BeNullOrEmpty
        }
        Get-Received $simulator | Should -BeNullOrEmpty
    }

    Context 'with an image of more than 2 MiB' {
        BeforeAll {
            $large = [byte[]]::new(2MB + 1)
            $png.CopyTo($large, 0)
        }

        It 'sends it as a file with -Overflow File' {
            $receipt = New-TestFile '图表.png' $large | Send-WeComImage -Overflow File -Robot $robot -PassThru
            Send-WeComImage (New-TestFile b.png $large) -Overflow File -FileName c.png -Robot $robot
            Send-WeComImage -Bytes $large -Overflow File -Robot $robot

            $receipt.MessageType | Should -BeExactly file
            $names = (Get-Received $simulator).Media.DisplayName
            $names[0..1] | Should -Be '图表.png', 'c.png'
            $names[2] | Should -Match '^\d{4}-\d\d-\d\d \d{6}\.png$'
        }

        It 'sends a smaller one as an image nevertheless' {
            Send-WeComImage (New-TestFile a.png $png) -Overflow File -Robot $robot

            (Get-Received $simulator).Payload.msgtype | Should -BeExactly image
        }

        It 'rejects it without -Overflow File, and names that way' {
            $failure = Get-Failure { Send-WeComImage -Bytes $large -Robot $robot }

            $failure.Exception.Remedy | Should -BeLike '*Overflow*File*'
            Get-Received $simulator | Should -BeNullOrEmpty
        }

        It 'does not accept Split or Truncate' {
            { Send-WeComImage -Bytes $large -Overflow Split -Robot $robot } | Should -Throw -ErrorId 'ParameterArgumentValidationError*'
        }
    }

    It 'rejects -Bytes that are not an image, and empty ones' {
        (Get-Failure { Send-WeComImage -Bytes (1, 2, 3) -Robot $robot }).FullyQualifiedErrorId | Should -BeLike 'WeComInvalidMedia,*'
        { Send-WeComImage -Bytes @() -Robot $robot } | Should -Throw
        Get-Received $simulator | Should -BeNullOrEmpty
    }

    It 'reports a missing file and a folder, and sends the valid files' {
        $good = New-TestFile a.png $png
        $null = New-Item TestDrive:/folder -ItemType Directory
        $failure = Get-Failure { Send-WeComImage gone.png, TestDrive:/folder, *.nothing, $good -Robot $robot }

        $failure.FullyQualifiedErrorId | Should -BeLike 'WeComFileNotFound,*'
        $failure.CategoryInfo.Category | Should -Be ObjectNotFound, ObjectNotFound, ObjectNotFound
        $failure[0].Exception.Message | Should -BeLike "*'gone.png'*"
        $failure[1].Exception.Message | Should -BeLike "*folder' is a folder*"
        $failure[2].Exception.Message | Should -BeLike "*'*.nothing'*"
        @(Get-Received $simulator).Count | Should -Be 1
    }
}
