using System.Collections.Generic;
using System.Globalization;

namespace WeComRobot.Reference;

/// <summary>How an errcode is known (service.md#sources).</summary>
internal enum Evidence
{
    /// <summary>From the service's official table of errcodes, not seen on the robot's endpoints.</summary>
    Table,

    /// <summary>Seen in public logs of the robot's endpoints.</summary>
    Seen,

    /// <summary>Seen on a sibling endpoint.</summary>
    SameFamily,

    /// <summary>Official, and expected on the robot's endpoints.</summary>
    Inferred,

    /// <summary>From the FAQ (service.md#group-chats): of another API than the robot's.</summary>
    Faq,
}

/// <summary>An errcode in error-codes.json.</summary>
internal sealed record ErrorCodeEntry(
    int Code,
    BilingualText Meaning,
    BilingualText Cause,
    BilingualText Remedy,
    string[]? Messages = null,
    BilingualText? Section = null,
    LinkEntry[]? Documents = null,
    Evidence Evidence = Evidence.Table)
{
    // The public address of 群机器人配置说明, the official page (service.md#sources)
    private const string OfficialPage = "https://developer.work.weixin.qq.com/document/path/91770";

    // What "more info at" names in errmsgs of public logs (service.md#errmsg)
    private const string Lookup = "https://open.work.weixin.qq.com/devtool/query?e=";

    public ErrorInfo InUserLanguage => new()
    {
        Code = Code,
        ErrorMessage = Messages ?? [],
        Meaning = Meaning.ToString(),
        Cause = Cause.ToString(),
        Remedy = Remedy.ToString(),
        Source = [.. Sources()],
    };

    /// <summary>Creates the link to the service's own page about a code, even one that is not documented.</summary>
    public static DocumentLink CreateLookupLink(int code) =>
        new(Strings.GlobalErrorCodes, Lookup + code.ToString(CultureInfo.InvariantCulture));

    private IEnumerable<DocumentLink> Sources()
    {
        if (Section is not null)
        {
            yield return new(Strings.SectionOfOfficialPage.With(Section.ToString()), OfficialPage);
        }

        foreach (var document in Documents ?? [])
        {
            yield return document.InUserLanguage;
        }

        if (KnownFrom is { } known)
        {
            yield return new(known, null);
        }

        yield return CreateLookupLink(Code);
    }

    private string? KnownFrom => Evidence switch
    {
        Evidence.Seen => Strings.SeenOnRobots,
        Evidence.SameFamily => Strings.SeenOnSibling,
        Evidence.Faq => Strings.SectionOfFaq,
        _ => null,
    };
}
