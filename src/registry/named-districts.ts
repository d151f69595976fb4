/**
 * Districts that no counting rule gives: the lists of the states that name or divide theirs irregularly, in the short
 * form that `district-plan.ts` reads. Facts of the plans in force in 2026. Functions, so that the build can take them out of
 * the bundle.
 */

/** Of 47 districts, 18 are divided; three delegates each, on letters where divided. */
export const marylandHouse = () =>
  '47x3;1=ABC;2=A2B;7=A2B;9=A2B;11=AB2;12=A2B;27=ABC;29=ABC;30=A2B;33=ABC;34=A2B;35=A2B;37=AB2;38=ABC;42=ABC;43=A2B;44=AB2;47=A2B'

export const massachusettsHouse = () =>
  '#5 Barnstable;Barnstable, Dukes and Nantucket;#3 Berkshire;#14 Bristol;#18 Essex;#2 Franklin;#12 Hampden;#3 Hampshire;#37 Middlesex;#15 Norfolk;#12 Plymouth;#19 Suffolk;#19 Worcester'

export const massachusettsSenate = () =>
  'Berkshire, Hampden, Franklin and Hampshire;Bristol and Norfolk;Cape and Islands;First Bristol and Plymouth;Second Bristol and Plymouth;Third Bristol and Plymouth;First Essex;Second Essex;Third Essex;First Essex and Middlesex;Second Essex and Middlesex;Hampden;Hampden and Hampshire;Hampden, Hampshire and Worcester;Hampshire, Franklin and Worcester;First Middlesex;Second Middlesex;Third Middlesex;Fourth Middlesex;Fifth Middlesex;Middlesex and Norfolk;Middlesex and Suffolk;Middlesex and Worcester;Norfolk and Middlesex;Norfolk and Plymouth;Norfolk and Suffolk;Norfolk, Plymouth and Bristol;Norfolk, Worcester and Middlesex;Plymouth and Barnstable;First Plymouth and Norfolk;Second Plymouth and Norfolk;First Suffolk;Second Suffolk;Third Suffolk;Suffolk and Middlesex;First Worcester;Second Worcester;Worcester and Hampden;Worcester and Hampshire;Worcester and Middlesex'

/** RSA 662:5. What lies over other districts of its county is a floterial: the towns under it elect both. */
export const newHampshireHouse = () =>
  `Belknap:1,2,1,1,4,4,3,2;8<3,4
Carroll:3,2,2,2,1,2,1,2;7<5,6;8<3,4
Cheshire:1,1,1,1,1,2,1,1,1,2,1,1,1,1,2,1,1,2;15<1,2,3,4,5,6;16<7,8,9;17<10,11,12;18<13,14
Coos:2,1,1,1,2,1,1;7<4,5
Grafton:3,1,1,1,2,1,1,3,1,1,1,4,1,1,1,1,1,1;17<13,14,15;18<9,10,11,16
Hillsborough:4,7,3,3,3,3,3,3,3,3,3,8,6,2,2,2,2,2,2,2,2,2,2,2,2,2,1,2,4,3,1,3,2,3,2,2,1,2,2,4,3,3,4,2,1
37<34,43;38<13,14;39<15,16,20;40<18,19,21,22,23;41<17,24,25,26;44<28,29;45<35,36
Merrimack:1,1,2,2,2,1,2,3,4,4,1,2,2,1,1,1,1,1,1,1,1,1,1,1,1,1,2,1,1,1
25<2,3;26<1,4,5;27<10,11,14;28<15,16,17;29<18,23,24;30<19,20,21,22
Rockingham:3,3,1,3,2,1,1,1,2,3,4,2,10,2,2,7,4,2,1,3,1,1,1,2,9,1,1,1,4,2,2,1,1,1,1,1,1,1,1,1
31<2,3;32<6,7,8;33<10,11,12;34<14,15;35<16,17;36<19,20;37<21,22;38<23,24;39<26,27,28;40<29,30
Strafford:2,3,1,3,1,1,1,1,1,4,3,4,1,1,1,1,1,1,3,1,3;18<3,4;19<5,6,7,8,9;20<10,11;21<13,14,15,16,17
Sullivan:1,1,3,1,1,3,1,2;7<2,3;8<4,5,6`.replace(/\n/g, ';')

export const vermontSenate = () =>
  'Addison*2;Bennington*2;Caledonia;Chittenden Central*3;Chittenden North;Chittenden Southeast*3;Essex;Franklin*2;Grand Isle;Lamoille;Orange;Orleans;Rutland*3;Washington*3;Windham*2;Windsor*3'

export const vermontHouse = () =>
  `Addison-:2,1,2,2,1;Addison-Rutland;Bennington-:1,2,1,2,2;Bennington-Rutland
Caledonia-:1,1,2;Caledonia-Essex*2;Caledonia-Washington
Chittenden-:1,2,2,1,1,1,1,1,1,1,1,1,2,2,2,2,1,2,2,2,2,2,2,1,1;Chittenden-Franklin*2
Essex-Caledonia;Essex-Orleans;Franklin-:1,1,1,2,2,1,1,1;Grand Isle-Chittenden*2
Lamoille-:1,2,1;Lamoille-Washington*2;Orange-:1,1,1;Orange-Caledonia;Orange-Washington-Addison*2
Orleans-:1,1,1,1;Orleans-Lamoille*2;Rutland-:1,2,1,1,1,1,1,1,1,1,1;Rutland-Bennington;Rutland-Windsor
Washington-:2,2,2,2,1,1;Washington-Chittenden*2;Washington-Orange*2
Windham-:1,1,2,2,1,1,1,1,1;Windham-Windsor-Bennington@Windham-Bennington-Windsor
Windsor-:2,1,2,1,1,2;Windsor-Addison;Windsor-Orange-:1,2;Windsor-Windham`.replace(/\n/g, ';')

/** Two tribes send members to the House who speak and do not vote; they have no outline. */
export const maineHouse = () => '151;Houlton Band of Maliseet Indians!;Passamaquoddy Tribe!'

const wards = (): string[] => [1, 2, 3, 4, 5, 6, 7, 8].map((n) => `Ward ${n}`)
export const dcCouncil = () => `${wards().join(';')};At-Large*4<${wards()};Chairman<${wards()}`
