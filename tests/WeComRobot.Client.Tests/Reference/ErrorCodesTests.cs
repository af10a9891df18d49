using WeComRobot.Reference;
using Xunit;

namespace WeComRobot.Client.Tests.Reference;

public class ErrorCodesTests
{
    [Theory]
    [MemberData(nameof(DocumentedErrorCodes.Codes), MemberType = typeof(DocumentedErrorCodes))]
    public void Every_documented_code_has_a_meaning_and_a_remedy_in_whole_sentences(int code)
    {
        var known = ErrorCodes.Find(code);
        Assert.NotNull(known);
        Assert.Equal(code, known.Code);
        Assert.EndsWith(".", known.Meaning);
        Assert.EndsWith(".", known.Remedy);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(99999)]
    public void Any_other_is_unknown(int code) => Assert.Null(ErrorCodes.Find(code));
}
