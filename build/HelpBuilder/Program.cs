using System;
using System.IO;
using System.Linq;
using WeComRobot.HelpBuilder;
using WeComRobot.HelpBuilder.Pages;

// Builds <output>/<culture> from each <docs>/<culture>
if (args is not [var docs, var output])
{
    Console.Error.WriteLine("usage: WeComRobot.HelpBuilder <docs> <output>");
    return 2;
}

try
{
    foreach (var pages in Directory.EnumerateDirectories(docs, "??-??").Order(StringComparer.Ordinal))
    {
        HelpFolder.Write(pages, output);
    }

    return 0;
}
catch (PageException e)
{
    // MSBuild shows a line of this form as an error in that file
    Console.Error.WriteLine($"{e.Path}: error : {e.Message}");
    return 1;
}
