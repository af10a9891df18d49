@{
    Severity     = 'Error', 'Warning'
    ExcludeRules = @(
        # The scripts that Windows PowerShell reads have the mark or are ASCII; PowerShell 7 needs none
        'PSUseBOMForUnicodeEncodedFile'
        # The quickstart's tour talks to a person
        'PSAvoidUsingWriteHost'
        # It does not see what a function within the script uses
        'PSReviewUnusedParameter'
        # Nor that Pester's blocks share variables; Recipes.Tests.ps1 holds the other scripts to it
        'PSUseDeclaredVarsMoreThanAssignments'
        # Helpers of a recipe's tests need no -WhatIf
        'PSUseShouldProcessForStateChangingFunctions'
        # The vault recipe turns what it has just generated into one
        'PSAvoidUsingConvertToSecureStringWithPlainText'
    )
}
